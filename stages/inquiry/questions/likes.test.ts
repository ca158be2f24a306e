import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likesOf } from './likes.ts'

const given = (reply: string) => ({ question: newId('question'), round: 1, reply })

test('finds the answers that are nearly the same, the likest first', () => {
  const reply = 'Dear Alice, the path is lit in May, when the budget is made.'
  const same = given(reply)
  const like = given('Dear Bashir, the path is lit in May, when the budget is made.')
  const other = given('I voted against the bridge.')
  expect(likesOf(reply, [other, like, same]).map(({ question }) => question)).toEqual([same.question, like.question])
})

test('does not depend on the order of earlier answers, and shows five at most', () => {
  const long = (end: string) => `The lamps on the harbour path are lit when the budget of next year is made${end}`
  const earlier = ['.', '!', ' ', '…', '?', ' :', ' in May'].map(long).map(given)
  fc.assert(
    fc.property(fc.shuffledSubarray(earlier, { minLength: earlier.length }), (shuffled) => {
      expect(likesOf(long('.'), shuffled)).toEqual(likesOf(long('.'), earlier))
    }),
  )
  expect(likesOf(long('.'), earlier)).toHaveLength(5)
})

test('says nothing of an answer too short to be written with care or without', () => {
  expect(likesOf('Yes, in May.', [given('Yes, in May.')])).toEqual([])
})
