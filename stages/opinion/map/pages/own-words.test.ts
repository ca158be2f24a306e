import { expect, it } from 'vitest'
import { mapWords } from '../messages/words.ts'
import { ownWords } from './own-words.ts'

const shares = { agree: 5, disagree: 5 }
const map = {
  groups: [{ letter: 0, people: 15, sure: 9, thinks: [], spots: [] }],
  statements: Array.from({ length: 10 }, (_, index) => ({ number: index + 1, all: shares, groups: [shares] })),
}
const own = { at: { x: 0, y: 0 }, voted: 5, letter: null, sure: null }

it('who has voted on five is told to vote on two more, not on seven', () => {
  expect(ownWords(mapWords.say('en'), own, { ...map, isFinal: false })).toContain('Vote on 2 more,')
  expect(ownWords(mapWords.say('da'), own, { ...map, isFinal: false })).toContain('Stem om 2 mere,')
  expect(ownWords(mapWords.say('en'), own, { ...map, isFinal: true })).toContain('From 7 on')
})
