import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asJson, noTerms } from '../terms.ts'
import { merge, type Standing } from './merge.ts'
import { sectionOf, sections, type Section } from './sections.ts'
import type { Save } from './store.ts'

const dora = newId('account')
const origin = noTerms({ question: 'What shall become of the gasworks?' })

/** A field of each section that a few letters can be written into. */
const fields = { task: 'tasks', room: 'canChange', time: 'economicFrame' } as const
type Written = Readonly<Partial<Record<keyof typeof fields, string>>>

function write(terms: typeof origin, written: Written): typeof origin {
  return Object.entries(written).reduce(
    (all, [section, text]) => ({ ...all, [fields[section as keyof typeof fields]]: text }),
    terms,
  )
}

/** The draft after these saves, one after the other. */
function after(writes: readonly Written[]): Standing {
  return writes.reduce<Standing>(
    ({ terms: before, saves }, written, at) => {
      const terms = write(before, written)
      const own = (Object.keys(written) as Section[]).map((section): Save => ({
        section,
        revision: at + 1,
        by: dora,
        isStaff: false,
        at: Temporal.Instant.fromEpochMilliseconds(at),
        words: sectionOf(asJson(terms), section),
      }))
      return { terms, origin, saves: [...saves, ...own] }
    },
    { terms: origin, origin, saves: [] },
  )
}

const written = fc.record(
  { task: fc.constantFrom('a', 'b'), room: fc.constantFrom('a', 'b'), time: fc.constantFrom('a', 'b') },
  { requiredKeys: [] },
)

it('what somebody else saved since is never written over, and what she changed is saved or comes back', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 6 }), fc.nat(6), written, (writes, seenAt, hers) => {
      const seen = Math.min(seenAt, writes.length)
      const opened = after(writes.slice(0, seen)).terms
      const standing = after(writes)
      const typed = write(opened, hers)
      const merged = merge(standing, { seen, terms: typed, sections })
      for (const section of ['task', 'room', 'time'] as const) {
        const field = fields[section]
        const isChanged = typed[field] !== opened[field]
        const isSavedSince = standing.saves.some((save) => save.section === section && save.revision > seen)
        if (!isChanged || typed[field] === standing.terms[field])
          expect(merged.terms[field]).toBe(standing.terms[field])
        else if (isSavedSince) {
          expect(merged.conflicts).toContain(section)
          expect(merged.terms[field]).toBe(standing.terms[field])
        } else {
          expect(merged.saved).toContain(section)
          expect(merged.terms[field]).toBe(typed[field])
        }
      }
    }),
  )
})

it('a section opened at another save is judged by that one', () => {
  const standing = after([{ task: 'a' }, { task: 'b' }])
  const terms = write(standing.terms, { task: 'c' })
  expect(merge(standing, { seen: 2, terms, sections }).saved).toEqual(['task'])
  expect(merge(standing, { seen: 2, seenIn: { task: 1 }, terms, sections }).conflicts).toEqual(['task'])
})

it('a section that was not on the form stays', () => {
  const standing = after([{ task: 'a' }])
  const terms = write(standing.terms, { task: 'b', time: 'b' })
  expect(merge(standing, { seen: 1, terms, sections: ['time'] })).toMatchObject({
    saved: ['time'],
    terms: { tasks: 'a', economicFrame: 'b' },
  })
})
