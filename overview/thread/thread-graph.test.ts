import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { soundLinks, type ThreadGraph } from '../../ui/index.ts'
import { sources, type Source } from './contributions.ts'
import { countsOf } from './counts.ts'
import { clausesIn, contributionsIn, groupNamed, mostOnPage, pageOf } from './groups.ts'
import { mostBoxes, threadGraph } from './thread-graph.ts'
import type { ThreadGraphWords, ThreadMatter } from './thread-matter.ts'

const named = Object.fromEntries(sources.map((source) => [source, source])) as Record<Source, string> // every source has its name

const words: ThreadGraphWords = {
  columns: ['told', 'text', 'recommendations', 'answers', 'commitments', 'outcomes'],
  subs: (counts, uncited) => counts.map((count, i) => (i === 1 ? `${count} (${uncited})` : String(count))),
  coming: ['', '', '', '', 'later', 'later'],
  source: named,
  sourceShort: named,
  clauses: (count, numbers) => `${count} clauses of ${numbers}`,
  range: (from, to) => `${from} to ${to}`,
  background: 'Background',
  clauseCount: (count) => `${count} clauses`,
  uncited: (count) => `${count} uncited`,
  unused: 'Not used',
  unusedWhy: 'no clause cites it',
  number: String,
  behind: (count) => `${count} behind it`,
  answersOf: (count) => `${count} answers`,
  commitments: (state) => state,
  outcomes: (state) => state,
}
const nothing: ThreadMatter = {
  contributions: [],
  recommendations: [],
  passages: [],
  answers: [],
  commitments: [],
  outcomes: [],
  links: {
    source: (source) => `/${source}`,
    left: '/left',
    recommendations: (from, to) => `/recommendations-${from}-${to}`,
    background: '/background',
    answers: '/answers',
    commitments: '/commitments',
    outcomes: '/outcomes',
  },
  isOver: false,
}

const given = (source: Source, thing: Thing = { kind: 'idea', id: newId('idea') }, end: Id = thing.id) => ({
  thing,
  source,
  end,
})
const clause = (cites: readonly Id[] = [], text = 'more') => ({
  id: newId('clause'),
  text,
  href: '/r',
  sources: '/c',
  cites,
})

const [first, second, third] = [newId('idea'), newId('idea'), newId('statement')]
const recommendation = newId('recommendation')
const answer = newId('answer')
const commitment = newId('commitment')

const answered: ThreadMatter['answers'][number] = {
  id: answer,
  recommendation,
  title: 'Accepted',
  short: 'Yes',
  sub: '19–0',
  href: '/a',
  sign: 'accepted',
  isProposed: false,
}

const harbour: ThreadMatter = {
  ...nothing,
  contributions: [
    given('idea', { kind: 'idea', id: first }),
    given('idea', { kind: 'idea', id: second }),
    given('statement', { kind: 'statement', id: third }),
  ],
  recommendations: [
    {
      id: recommendation,
      number: 1,
      title: 'Warn people',
      href: '/r',
      clauses: [clause([first, third], 'by text message'), clause([first], 'early')],
    },
  ],
  answers: [answered],
  commitments: [{ id: commitment, title: 'Send warnings', sub: '', href: '/c', state: 'promised', answers: [answer] }],
}

describe('the thread of a case', () => {
  test('an empty case has six empty columns and no strand', () => {
    const graph = threadGraph(nothing, words)
    expect(graph.columns.map((column) => column.nodes.length)).toEqual([0, 0, 0, 0, 0, 0])
    expect(graph.links).toEqual([])
    expect(graph.columns[5]?.coming).toBe('later')
  })

  test('a contribution that two clauses cite counts once behind the recommendation', () => {
    const graph = threadGraph(harbour, words)
    expect(graph.columns[2]?.nodes[0]).toMatchObject({ weight: 2, sub: '2 behind it' })
  })

  test('what no clause cites ends in a knot', () => {
    const knot = threadGraph(harbour, words).columns[1]?.nodes.at(-1)
    expect(knot).toMatchObject({ id: 'unused', weight: 1, state: 'ended', end: 'no clause cites it' })
  })

  test('what is promised is dashed, from the answer on', () => {
    const { links } = threadGraph(harbour, words)
    expect(links.find((link) => link.to === answer)?.promised).toBe(false)
    expect(links.find((link) => link.to === commitment)).toMatchObject({ from: answer, weight: 2, promised: true })
  })

  test('before the vote a yes is no yes and a no no end: both are promised, without a sign', () => {
    for (const sign of ['accepted', 'changed', 'rejected'] as const) {
      const answers = harbour.answers.map((one) => ({ ...one, sign, isProposed: true, end: 'too dear' }))
      const { columns, links } = threadGraph({ ...harbour, commitments: [], answers }, words)
      expect(columns[3]?.nodes[0]).toMatchObject({ state: 'promised', sign: undefined })
      expect(columns[3]?.nodes[0]?.end).toBeUndefined()
      expect(links.find((link) => link.to === answer)?.promised).toBe(true)
    }
  })

  test('a no ends with its reason, what is sent on is a promise', () => {
    const answered = (sign: 'rejected' | 'referred', end?: string) =>
      threadGraph(
        { ...harbour, commitments: [], answers: harbour.answers.map((one) => ({ ...one, sign, end })) },
        words,
      ).columns[3]?.nodes[0]
    expect(answered('rejected', 'too dear')).toMatchObject({ state: 'ended', end: 'too dear' })
    expect(answered('referred')).toMatchObject({ state: 'promised' })
  })

  test('a told case without counted contributions still shows its strands', () => {
    const told = threadGraph(
      {
        ...harbour,
        contributions: [],
        recommendations: harbour.recommendations.map((one) => ({ ...one, clauses: [] })),
      },
      words,
    )
    expect(told.columns[2]?.nodes[0]?.weight).toBe(1)
    expect(soundLinks(told)).toHaveLength(2)
  })

  test('clauses too many to read stand together by recommendation', () => {
    const clauses = Array.from({ length: 20 }, () => clause([first]))
    const graph = threadGraph(
      { ...harbour, recommendations: harbour.recommendations.map((one) => ({ ...one, clauses })) },
      words,
    )
    expect(graph.columns[1]?.nodes.map((node) => node.title)).toEqual(['20 clauses of 1', 'Not used'])
  })

  test('a clause that names no source says so, and is counted over its column', () => {
    const graph = threadGraph(havingClauses({ clauses: [clause([first]), clause()] }), words)
    expect(graph.columns[1]?.nodes.map(({ sub }) => sub)).toEqual([undefined, '0 uncited', undefined])
    expect(graph.columns[1]?.sub).toBe('2 (1)')
  })

  test('what only the background names is taken up, and its strand ends in the text', () => {
    const graph = threadGraph({ ...harbour, passages: [clause([second])] }, words)
    expect(graph.columns[1]?.nodes.map(({ id }) => id)).not.toContain('unused')
    expect(graph.links).toContainEqual({ from: 'idea', to: 'background', weight: 1 })
    expect(graph.links.filter(({ from }) => from === 'background')).toEqual([])
  })

  test('an idea that goes on in one a clause names is taken up', () => {
    const merged = given('idea', { kind: 'idea', id: second }, first)
    const contributions = harbour.contributions.map((one) => (one.thing.id === second ? merged : one))
    expect(countsOf({ ...harbour, contributions })).toMatchObject({ all: 3, taken: 3 })
    expect(countsOf(harbour)).toMatchObject({ all: 3, taken: 2 })
  })

  test('a row of the table counts what stands behind its recommendation, not all of that kind', () => {
    expect(threadGraph(harbour, words).columns[0]?.nodes.find(({ id }) => id === 'idea')).toMatchObject({ count: '2' })
    expect(
      threadGraph(harbour, words)
        .columns[0]?.nodes.find(({ id }) => id === 'idea')
        ?.shares?.get(recommendation),
    ).toBe(1)
  })

  test('hundreds stand together in boxes that can be looked at, each with the way to its list', () => {
    const many = large(400, 5_000)
    const { columns, links } = threadGraph(many, words)
    for (const { nodes } of columns) expect(nodes.length).toBeLessThanOrEqual(mostBoxes + 2)
    expect(columns[2]?.nodes[0]).toMatchObject({ title: '1 to 45', href: '/recommendations-1-45' })
    expect(columns[3]?.nodes).toMatchObject([{ title: 'Accepted', sub: '400 answers', href: '/answers' }])
    expect(columns[4]?.nodes).toMatchObject([{ title: 'promised', count: '400', href: '/commitments' }])
    expect(soundLinks({ columns, links })).toHaveLength(links.length)
    const whole = threadGraph(many, words, { most: Infinity })
    expect(whole.columns.map(({ nodes }) => nodes.length).slice(2)).toEqual([400, 400, 400, 0])
  })

  test('every strand joins two boxes that are there, and every contribution leaves its source', () => {
    fc.assert(
      fc.property(matters(), (matter) => {
        for (const most of [3, mostBoxes, Infinity]) holds(threadGraph(matter, words, { most }), matter)
      }),
    )
  })
})

describe('the lists of the groups', () => {
  test('every contribution stands in the list of its kind, and in the list of what is left or in the text', () => {
    fc.assert(
      fc.property(matters(), (matter) => {
        const listed = sources.flatMap((source) => contributionsIn(matter, { kind: 'source', source }))
        expect(new Set(listed)).toEqual(new Set(matter.contributions))
        expect(listed).toHaveLength(matter.contributions.length)
        const left = contributionsIn(matter, { kind: 'left' })
        expect(countsOf(matter)).toMatchObject({ all: listed.length, taken: listed.length - left.length })
      }),
    )
  })

  test('its pages together are the list, and a page that is not there is the nearest that is', () => {
    fc.assert(
      fc.property(fc.nat(mostOnPage * 4), (length) => {
        const all = Array.from({ length }, (_, i) => i)
        const { last } = pageOf(all, null)
        expect(Array.from({ length: last }, (_, i) => pageOf(all, String(i + 1)).items).flat()).toEqual(all)
        for (const [asked, page] of [
          ['0', 1],
          ['-3', 1],
          ['x', 1],
          ['99999', last],
        ] as const)
          expect(pageOf(all, asked).page).toBe(page)
      }),
    )
  })

  test('clauses without a source stand in one list, those of the background too', () => {
    const [bare, background] = [clause(), clause()]
    const matter = { ...havingClauses({ clauses: [clause([first]), bare] }), passages: [background] }
    expect(clausesIn(matter, { kind: 'uncited' })).toEqual([bare, background])
    expect(clausesIn(matter, { kind: 'background' })).toEqual([background])
  })

  test('a group is named in its address, and what is no group is nothing', () => {
    expect(groupNamed('fact')).toEqual({ kind: 'source', source: 'fact' })
    expect(groupNamed('recommendations-1-29')).toEqual({ kind: 'recommendations', from: 1, to: 29 })
    for (const name of ['', 'toString', 'recommendations-1', 'recommendations--1-2', 'left/'])
      expect(groupNamed(name)).toBeUndefined()
  })
})

function holds(graph: ThreadGraph, matter: ThreadMatter): void {
  expect(soundLinks(graph)).toHaveLength(graph.links.length)
  const boxes = graph.columns.flatMap((column) => column.nodes.map((node) => node.id))
  expect(new Set(boxes).size).toBe(boxes.length)
  const told = graph.columns[0]?.nodes.reduce((sum, node) => sum + node.weight, 0)
  expect(told).toBe(matter.contributions.length)
  for (const node of graph.columns.flatMap((column) => column.nodes)) expect(node.weight).toBeGreaterThanOrEqual(1)
}

/** The case of the harbour with other clauses. */
function havingClauses({ clauses }: Pick<ThreadMatter['recommendations'][number], 'clauses'>): ThreadMatter {
  return { ...harbour, recommendations: harbour.recommendations.map((one) => ({ ...one, clauses })) }
}

function large(recommendations: number, contributions: number): ThreadMatter {
  const all = Array.from({ length: contributions }, () => given('experience'))
  const asked = Array.from({ length: recommendations }, (_, i) => ({
    id: newId('recommendation'),
    number: i + 1,
    title: `${i}`,
    href: '/r',
    clauses: [clause(all.slice(i, i + 50).map(({ thing }) => thing.id))],
  }))
  const answers = asked.map(({ id }) => ({ ...answered, id: newId('answer'), recommendation: id }))
  const promised = answers.map(({ id }) => ({
    id: newId('commitment'),
    title: '',
    sub: '',
    href: '/c',
    state: 'promised' as const,
    answers: [id],
  }))
  return { ...nothing, contributions: all, recommendations: asked, answers, commitments: promised }
}

function matters(): fc.Arbitrary<ThreadMatter> {
  const pick = <Item>(items: readonly Item[], at: number): readonly Item[] =>
    items.length === 0 ? [] : [items[at % items.length] as Item] // within bounds
  return fc
    .tuple(
      fc.array(fc.nat(sources.length - 1), { maxLength: 12 }),
      fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 20 }),
      fc.array(fc.nat(), { maxLength: 6 }),
    )
    .map(([kinds, cites, later]) => {
      const contributions = kinds.map((at) => given(sources[at] ?? 'idea'))
      const recommendations = cites.map((numbers, i) => ({
        id: newId('recommendation'),
        number: i + 1,
        title: `${i}`,
        href: '',
        clauses: numbers.map((at) => clause(pick(contributions, at).map((one) => one.thing.id))),
      }))
      const answers = recommendations.map((one) => ({
        id: newId('answer'),
        recommendation: one.id,
        title: '',
        short: '',
        sub: '',
        href: '',
        sign: 'accepted' as const,
        isProposed: one.number % 2 === 0,
      }))
      const commitments = later.map((at) => ({
        id: newId('commitment'),
        title: '',
        sub: '',
        href: '',
        state: 'promised' as const,
        answers: pick(answers, at).map((one) => one.id),
      }))
      const outcomes = later.map((at) => ({
        id: newId('indicator'),
        title: '',
        sub: '',
        href: '',
        state: 'done' as const,
        commitments: pick(commitments, at).map((one) => one.id),
      }))
      return { ...nothing, contributions, recommendations, answers, commitments, outcomes }
    })
}
