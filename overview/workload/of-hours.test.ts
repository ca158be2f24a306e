import { expect, test } from 'vitest'
import { workloadWords } from './messages/words.ts'
import { ofHours } from './of-hours.ts'

const said = (lang: string, told: Parameters<typeof ofHours>[2]) => ofHours(workloadWords.say(lang), String, told)
const hours = { done: 30.7, planned: 49.5 }

// A bug once: "30.7 / 49.5" and "0 / 0", without a unit or a reason.
test('hours are said with their unit, and none with why', () => {
  expect(said('en', { meetings: 3, count: 5, hours })).toBe('30.7 of 49.5 hours')
  expect(said('da', { meetings: 3, count: 5, hours })).toBe('30.7 af 49.5 timer')
  expect(said('en', { meetings: 1, count: 1, hours: { done: 0, planned: 1 } })).toBe('0 of 1 hour')
  expect(said('en', { meetings: 3, count: 0, hours: { done: 0, planned: 0 } })).toBe('nobody yet')
  expect(said('en', { meetings: 0, count: 5, hours: { done: 0, planned: 0 } })).toBe('no meeting called yet')
})
