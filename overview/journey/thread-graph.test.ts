import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { soundLinks } from '../../ui/index.ts'
import { sources, threadGraph, type ThreadGraphWords, type ThreadMatter } from './thread-graph.ts'

const words: ThreadGraphWords = {
  columns: ['told', 'text', 'recommendations', 'answers', 'commitments', 'outcome'],
  subs: (counts) => counts.map(String),
  coming: ['', '', '', '', 'later', 'later'],
  source: {
    experience: 'Experiences',
    statement: 'Statements',
    hearing: 'Statements',
    idea: 'Ideas',
    question: 'Questions',
    note: 'Notes',
    framing: 'Framings',
  },
  sourceShort: {
    experience: 'Lived',
    statement: 'Views',
    hearing: 'Views',
    idea: 'Ideas',
    question: 'Asked',
    note: 'Heard',
    framing: 'Framed',
  },
  clauses: (count, number) => `${count} clauses of ${number}`,
  unused: 'Not used',
  unusedWhy: 'no clause cites it',
  behind: (count) => `${count} behind it`,
}
const sourceLinks = {
  experience: '/e',
  statement: '/s',
  idea: '/i',
  hearing: '/h',
  question: '/q',
  note: '/n',
  framing: '/f',
}
const nothing: ThreadMatter = {
  contributions: [],
  sourceLinks,
  recommendations: [],
  answers: [],
  commitments: [],
  outcomes: [],
}

const [first, second, third] = [newId('idea'), newId('idea'), newId('statement')]
const recommendation = newId('recommendation')
const answer = newId('answer')
const commitment = newId('commitment')

const harbour: ThreadMatter = {
  ...nothing,
  contributions: [
    { id: first, source: 'idea' },
    { id: second, source: 'idea' },
    { id: third, source: 'statement' },
  ],
  recommendations: [
    {
      id: recommendation,
      number: 1,
      title: 'Warn people',
      href: '/r',
      clauses: [
        { id: newId('clause'), text: 'by text message', href: '/r#1', cites: [first, third] },
        { id: newId('clause'), text: 'early', href: '/r#2', cites: [first] },
      ],
    },
  ],
  answers: [
    {
      id: answer,
      recommendation,
      title: 'Accepted',
      short: 'Yes',
      sub: '19–0',
      href: '/a',
      sign: 'accepted',
      isProposed: false,
    },
  ],
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
    const clauses = Array.from({ length: 20 }, () => ({
      id: newId('clause'),
      text: 'more',
      href: '/r',
      cites: [first],
    }))
    const graph = threadGraph(
      { ...harbour, recommendations: harbour.recommendations.map((one) => ({ ...one, clauses })) },
      words,
    )
    expect(graph.columns[1]?.nodes.map((node) => node.title)).toEqual(['20 clauses of 1', 'Not used'])
  })

  test('every strand joins two boxes that are there, and every contribution leaves its source', () => {
    fc.assert(
      fc.property(matters(), (matter) => {
        const graph = threadGraph(matter, words)
        expect(soundLinks(graph)).toHaveLength(graph.links.length)
        const boxes = graph.columns.flatMap((column) => column.nodes.map((node) => node.id))
        expect(new Set(boxes).size).toBe(boxes.length)
        const given = graph.columns[0]?.nodes.reduce((sum, node) => sum + node.weight, 0)
        expect(given).toBe(matter.contributions.length)
        for (const node of graph.columns.flatMap((column) => column.nodes))
          expect(node.weight).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

function matters(): fc.Arbitrary<ThreadMatter> {
  const pick = <Item>(items: readonly Item[], at: number): readonly Item[] =>
    items.length === 0 ? [] : [items[at % items.length] as Item] // within bounds
  return fc
    .tuple(
      fc.array(fc.nat(5), { maxLength: 12 }),
      fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 20 }),
      fc.array(fc.nat(), { maxLength: 6 }),
    )
    .map(([given, cites, later]) => {
      const contributions = given.map((at) => ({ id: newId('idea') as Id, source: sources[at] ?? 'idea' }))
      const recommendations = cites.map((numbers, i) => ({
        id: newId('recommendation'),
        number: i + 1,
        title: `${i}`,
        href: '',
        clauses: numbers.map((at) => ({
          id: newId('clause'),
          text: '',
          href: '',
          cites: pick(contributions, at).map((one) => one.id),
        })),
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
      return { contributions, sourceLinks, recommendations, answers, commitments, outcomes }
    })
}
