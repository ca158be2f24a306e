import { describe, expect, it } from 'vitest'
import { panelsWithinOne } from './maker.ts'

/** Two people, of whom one panel seats one: each with half a chance. */
const halves = { probabilities: Float64Array.of(0.5, 0.5) }
const panels = (ofFirst: number) => Array.from({ length: 1000 }, (_, at) => [at < ofFirst ? 0 : 1])

// A bug once: after five tries the run broke off, and the page asked to try once more what comes out the same.
describe('panels that give everybody her chance to within one panel', () => {
  it('are tried with other seeds, and the first that do are taken', () => {
    const seeds: string[] = []
    const numbered = panelsWithinOne(halves, 'a', (seed) => {
      seeds.push(seed)
      return panels(seeds.length === 3 ? 500 : 502)
    })
    expect(numbered).toEqual({ kind: 'even', panels: panels(500) })
    expect(seeds).toEqual(['a', 'a/1', 'a/2'])
  })

  it('are said not to exist after five, with how near the best came', () => {
    const seeds: string[] = []
    const numbered = panelsWithinOne(halves, 'a', (seed) => {
      seeds.push(seed)
      return panels(500 + seeds.length + 1)
    })
    expect(numbered).toEqual({ kind: 'uneven', deviation: 2 })
    expect(seeds).toHaveLength(5)
  })
})
