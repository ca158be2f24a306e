import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordsByHand, writtenIn } from './authorship.ts'
import type { Save } from './store.ts'

function save(tasks: string, isStaff: boolean, revision: number): Save {
  const at = Temporal.Instant.fromEpochMilliseconds(revision)
  return {
    section: 'task',
    revision,
    by: newId('account'),
    isStaff,
    at,
    words: { question: '', background: '', tasks, outOfScope: '' },
  }
}

it('words that stay keep whose they are', () => {
  const saves = [save('Staff wrote these five words', true, 1), save('Staff wrote these plain words today', false, 2)]
  expect(wordsByHand({}, saves)).toEqual({ staff: 4, politicians: 2, earlier: 0 })
})

it('what a version began with is neither’s', () => {
  const origin = { question: 'What now?', tasks: 'A plan' }
  expect(wordsByHand(origin, [])).toEqual({ earlier: 4, staff: 0, politicians: 0 })
})

it('counts every word that stands, once, whoever wrote it and in whatever order', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 6 }), (writes) => {
      const saves = writes.map(([tasks, isStaff], at) => save(tasks, isStaff, at + 1))
      const { staff, politicians, earlier } = wordsByHand({}, saves)
      const standing = writtenIn(saves.at(-1)?.words ?? {}, 'task').match(/\S+/gu) ?? []
      expect(staff + politicians + earlier).toBe(standing.length)
      if (writes.every(([, isStaff]) => isStaff)) expect(politicians).toBe(0)
    }),
  )
})
