import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JourneyPart } from '../../platform/thread/index.ts'
import { mergeParts, presentStep, sevenSteps } from './seven.ts'

type State = JourneyPart['state']
const part = (state: State): JourneyPart => ({ state, figure: '', sentences: [state], links: [] })

describe('a case told from sources', () => {
  const told = (states: readonly State[]): string => {
    const [a, b, c, d, e, f, g, h, i, j] = states.map(part) as [
      ...[JourneyPart, JourneyPart, JourneyPart, JourneyPart, JourneyPart],
      ...[JourneyPart, JourneyPart, JourneyPart, JourneyPart, JourneyPart],
    ]
    return sevenSteps([a, b, c, [d, e, f, g], h, i, j], { isTold: true })
      .map((step) => step.stands)
      .join(' ')
  }

  test('an imported conversation: the vote is over, no mandate is claimed, nothing is under way', () => {
    expect(told(['done', 'coming', 'done', 'done', 'done', 'coming', 'coming', 'coming', 'coming', 'coming'])).toBe(
      'done unknown done done unknown unknown unknown',
    )
  })

  test('what sources tell to be open still is; nothing is “now” or “coming” by our rules of live cases', () => {
    expect(told(['done', 'done', 'done', 'done', 'now', 'done', 'now', 'coming', 'coming', 'coming'])).toBe(
      'done done done open unknown unknown unknown',
    )
    expect(told(['done', 'done', 'done', 'done', 'done', 'done', 'done', 'now', 'coming', 'done'])).toBe(
      'done done done done open unknown done',
    )
  })

  test('no step is done because a later one is: what is unknown stays unknown', () => {
    expect(told(['done', 'coming', 'coming', 'done', 'coming', 'coming', 'done', 'done', 'coming', 'done'])).toBe(
      'done unknown unknown done done unknown done',
    )
  })
})

describe('where a case stands', () => {
  test.each<[readonly State[], number]>([
    [['now', 'coming', 'coming', 'coming', 'coming', 'coming', 'coming'], 0],
    [['done', 'coming', 'coming', 'coming', 'coming', 'coming', 'coming'], 1],
    [['done', 'now', 'coming', 'now', 'coming', 'coming', 'coming'], 1],
    [['done', 'done', 'done', 'now', 'coming', 'coming', 'coming'], 3],
    [['done', 'done', 'done', 'now', 'done', 'now', 'coming'], 5],
    [['done', 'coming', 'coming', 'coming', 'done', 'done', 'coming'], 6],
    [['done', 'done', 'done', 'done', 'done', 'done', 'done'], 7],
  ])('%j: step %i', (states, step) => {
    expect(presentStep(states)).toBe(step)
  })

  test('one step at most is now, all before it are done, all after it come', () => {
    const state = fc.constantFrom<State>('done', 'now', 'coming')
    fc.assert(
      fc.property(fc.array(state, { minLength: 10, maxLength: 10 }), (states) => {
        const [a, b, c, d, e, f, g, h, i, j] = states.map(part) as [
          JourneyPart,
          JourneyPart,
          JourneyPart,
          JourneyPart,
          JourneyPart,
          JourneyPart,
          JourneyPart,
          JourneyPart,
          JourneyPart,
          JourneyPart,
        ]
        const stands = sevenSteps([a, b, c, [d, e, f, g], h, i, j])
          .map((step) => step.stands)
          .join(' ')
        expect(stands).toMatch(/^(done ?)*(now ?)?(next ?)*$/)
        expect(stands.split(' ')).toHaveLength(7)
      }),
    )
  })
})

describe('the four stages of working it out', () => {
  test('are one step, done when the draft is', () => {
    expect(mergeParts([part('now'), part('coming'), part('done'), part('done')]).state).toBe('done')
    expect(mergeParts([part('done'), part('coming'), part('done'), part('coming')]).state).toBe('now')
    expect(mergeParts([part('coming'), part('coming'), part('coming'), part('coming')]).state).toBe('coming')
  })

  test('say nothing of what has not begun, unless nothing has', () => {
    expect(mergeParts([part('now'), part('coming'), part('coming'), part('coming')]).sentences).toEqual(['now'])
    expect(mergeParts([part('coming'), part('coming'), part('coming'), part('coming')]).sentences).toEqual(['coming'])
  })

  test('say of a told case also what is unknown', () => {
    expect(mergeParts([part('done'), part('coming')], { isTold: true }).sentences).toEqual(['done', 'coming'])
  })

  test('where it stands is told point by point, and what has come furthest is the key figure while it is under way', () => {
    const point = (name: string) => ({ name, text: name })
    const meetings = { ...part('now'), figure: '3 of 7 meetings', points: [point('Meetings')] }
    const text = { ...part('now'), figure: '4 recommendations', points: [point('Text'), point('Agreement')] }
    const merged = mergeParts([part('coming'), meetings, text])
    expect(merged.points?.map(({ name }) => name)).toEqual(['Meetings', 'Text', 'Agreement'])
    expect(merged.figure).toBe('4 recommendations')
    expect(mergeParts([meetings, { ...text, state: 'done' }]).figure).toBe('3 of 7 meetings · 4 recommendations')
  })
})
