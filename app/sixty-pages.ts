import { newId } from '@folkmoot/basics/ids.ts'
import { seeded } from '@folkmoot/basics/seeded.ts'
import type { TextContent } from '../stages/draft/text/document.ts'

const sections = 60
const clauses = 400
const lettersOfClause = 450

/** A text of 60 pages, 400 clauses, for measuring; of made-up words. */
export function sixtyPages(): TextContent {
  const random = seeded('a text of sixty pages')
  const words = Array.from({ length: 2_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 9) }, () =>
      String.fromCharCode(97 + Math.floor(random() * 26)),
    ).join(''),
  )
  const say = (letters: number): string => {
    let said = ''
    while (said.length < letters) said += `${words[Math.floor(random() * words.length)]} `
    return said.trim()
  }
  return {
    sections: Array.from({ length: sections }, (_, at) => ({
      id: newId('recommendation'),
      kind: at % 3 === 0 ? 'passage' : 'recommendation',
      heading: say(40),
      clauses: Array.from({ length: Math.floor(clauses / sections) + (at < clauses % sections ? 1 : 0) }, () => ({
        id: newId('clause'),
        text: say(lettersOfClause),
      })),
    })),
  }
}
