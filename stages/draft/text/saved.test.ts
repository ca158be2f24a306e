import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changesBetween } from './changes.ts'
import type { TextContent } from './document.ts'
import { asSaved } from './saved.ts'

const id = newId('section')

it('leaves out what nobody sees: empty paragraphs, ends of lines, double spaces, letters that turn others round', () => {
  const typed: TextContent = {
    sections: [
      {
        id,
        kind: 'passage',
        heading: ' Light ',
        clauses: [
          { id: newId('clause'), text: 'One\n two  \u202ethree' },
          { id: newId('clause'), text: ' \n' },
        ],
      },
      { id: newId('section'), kind: 'passage', heading: '', clauses: [] },
    ],
  }
  expect(asSaved(typed).sections).toMatchObject([{ id, heading: 'Light', clauses: [{ text: 'One two three' }] }])
})

it('saved again is the same, and changes nothing', () => {
  const clause = fc.record({ id: fc.uuid(), text: fc.string({ unit: 'binary', maxLength: 30 }) })
  const text = fc.array(
    fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom('passage', 'recommendation'),
      heading: fc.string({ unit: 'binary', maxLength: 30 }),
      clauses: fc.array(clause, { maxLength: 4 }),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(text, (sections) => {
      const saved = asSaved({ sections } as unknown as TextContent) // ids of the test are plain strings
      expect(asSaved(saved)).toEqual(saved)
      expect(changesBetween(saved, saved)).toEqual({ sections: [], clauses: [] })
    }),
  )
})
