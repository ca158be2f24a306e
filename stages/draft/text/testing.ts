import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { accept } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { TestGroup } from '../../arena/testing.ts'
import type { SectionContent, TextContent } from './document.ts'
import { saveVersion } from './saving.ts'
import { typeText } from './typing.ts'

/** Writes in a text as a test needs it: what it becomes is typed, and saved with a reason. */
export function writingIn(database: Database, { slug }: Pick<TestGroup, 'slug'>) {
  const type = async (who: Actor, change: (now: TextContent) => TextContent): Promise<TextContent> => {
    const typed = await typeText(database, who, { slug, change: (now) => accept(change(now)) })
    if (!typed.ok) throw new Error(typed.refusal)
    return typed.value
  }
  const save = async (who: Actor, reason = 'It is clearer'): Promise<number> => {
    const saved = await saveVersion(database, who, { slug, reason })
    if (!saved.ok) throw new Error(saved.refusal)
    return saved.value.version
  }
  const write = async (who: Actor, change: (now: TextContent) => TextContent, reason?: string): Promise<number> => {
    await type(who, change)
    return save(who, reason)
  }
  return { type, save, write }
}

/** A section as a test writes it. */
export function aSection(
  heading = 'Light the crossings',
  texts: readonly string[] = ['The 34 crossings are lit.'],
  kind: SectionContent['kind'] = 'recommendation',
): SectionContent {
  return { id: newId('section'), kind, heading, clauses: texts.map((text) => ({ id: newId('clause'), text })) }
}

/** The text with the section behind the others. */
export function withSection(section: SectionContent): (now: TextContent) => TextContent {
  return ({ sections }) => ({ sections: [...sections, section] })
}

/** The text with one clause in other words; in none it is taken out. */
export function withWords(from: string, to: string): (now: TextContent) => TextContent {
  return ({ sections }) => ({
    sections: sections.map((section) => ({
      ...section,
      clauses: section.clauses
        .map((clause) => (clause.text === from ? { ...clause, text: to } : clause))
        .filter(({ text }) => text !== ''),
    })),
  })
}
