import type { SectionContent, TextContent } from './document.ts'

// Controls and letters that turn the direction of others: they cannot be shown, and make a text read as something else.
const unshowable =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * The text as a version keeps it: what is typed has empty paragraphs, ends of lines and double spaces, which nobody sees and
 * which would make two equal sentences differ. Ids stay. The same put in again comes out the same.
 */
export function asSaved({ sections }: TextContent): TextContent {
  return {
    sections: sections.map(sectionAsSaved).filter(({ heading, clauses }) => heading !== '' || clauses.length > 0),
  }
}

function sectionAsSaved({ id, kind, heading, clauses }: SectionContent): SectionContent {
  return {
    id,
    kind,
    heading: wordsAsSaved(heading),
    clauses: clauses
      .map((clause) => ({ id: clause.id, text: wordsAsSaved(clause.text) }))
      .filter(({ text }) => text !== ''),
  }
}

export function wordsAsSaved(text: string): string {
  return text.replaceAll(unshowable, '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}
