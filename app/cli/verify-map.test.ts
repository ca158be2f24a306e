import { expect, it } from 'vitest'
import { linesOf } from './verify-map.ts'

const map = {
  version: 2,
  isFinal: false,
  drawnAt: Temporal.Instant.from('2026-11-20T10:00:00Z'),
  countedUntil: Temporal.Instant.from('2026-11-20T09:59:58Z'),
  people: 15,
  method: 'opinion-map/1',
  seed: 'a seed',
  inputHash: 'aa',
  outputHash: 'bb',
  statements: [1],
  published: '{}',
  axes: '{}',
}

it('says of each check how it came out, and what was not checked', () => {
  const lines = linesOf({
    map,
    method: 'opinion-map/2',
    findings: [
      { what: 'votes', is: true },
      { what: 'published', is: false },
      { what: 'drawn-again', is: null },
    ],
  })
  expect(lines[0]).toBe(
    'Map 2, drawn from the votes of all but the five newest who had voted until 2026-11-20T09:59:58Z.',
  )
  expect(lines.slice(1, 4).map((line) => line.slice(0, 3))).toEqual(['ok ', 'NO ', '–  '])
  expect(lines.join('\n')).toContain('this release has opinion-map/2')
  expect(lines.join('\n')).toContain('laid over map 1')
  expect(
    linesOf({ map: { ...map, version: 1, isFinal: true, countedUntil: null }, method: map.method, findings: [] }),
  ).toEqual([
    'Map 1, drawn from the votes of all who had voted.',
    '    votes   aa',
    '    map     bb',
    '    seed    a seed',
  ])
})
