import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VoteCounts } from '../../../platform/directory/votes/rules.ts'
import { answerKinds, type Cover, type PackageState } from '../rules.ts'
import * as rules from './rules.ts'

const [problem, council, committee, place] = [newId('problem'), newId('body'), newId('body'), newId('jurisdiction')]
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const today = day('2026-11-24')

function actor(...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: newId('person'),
    name: 'x',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}

const mayor = actor(['politician', council], ['body-chair', council])
const councillor = actor(['politician', council])
const elsewhere = actor(['politician', committee], ['body-chair', committee])
const clerk = actor(['clerk', place])
const resident = actor(['resident', place])
const everybody = fc.constantFrom(mayor, councillor, elsewhere, clerk, resident)

const pack: PackageState = {
  problem,
  body: council,
  meetingOn: day('2026-12-10'),
  returnOn: day('2027-06-10'),
  isClosed: false,
  source: null,
}
const covers = ['carried', 'lost', 'changed', 'none'] as const satisfies readonly Cover[]

describe('the record of a vote', () => {
  const vote = { votesFor: 14, votesAgainst: 5, abstentions: 0, isCarried: true, decidedOn: day('2026-11-20') }
  const put: rules.PutAnswer = { number: 1, version: 2, answeredOn: day('2026-11-20'), cover: 'none' }
  const state: rules.VoteState = { pack, today, members: 19, isKnown: true, put: [put], seen: new Map([[1, 2]]) }
  const carried = { ...put, cover: 'carried' as const }

  test.each<[string, Actor, Partial<VoteCounts>, Partial<rules.VoteState>, string | null]>([
    ['a clerk', clerk, {}, {}, null],
    ['a member', councillor, {}, {}, null],
    ['a politician of another body', elsewhere, {}, {}, 'not-yours-to-record'],
    ['a resident', resident, {}, {}, 'not-yours-to-record'],
    ['more votes than members', clerk, { votesFor: 40 }, {}, 'more-votes-than-members'],
    ['one vote too many, abstaining', clerk, { abstentions: 1 }, {}, 'more-votes-than-members'],
    ['on a day when nobody sat', clerk, {}, { members: 0 }, 'nobody-seated-then'],
    ['in the future', clerk, { decidedOn: day('2026-11-25') }, {}, 'vote-in-future'],
    ['a motion lost and called carried', clerk, { votesFor: 3, votesAgainst: 16 }, {}, 'carried-by-few'],
    [
      'carried by those who abstained',
      clerk,
      { votesFor: 0, votesAgainst: 0, abstentions: 19 },
      {},
      'carried-by-nobody',
    ],
    ['a tie the chair decided', clerk, { votesFor: 9, votesAgainst: 9 }, {}, null],
    ['nobody', clerk, { votesFor: 0, votesAgainst: 0 }, {}, 'nobody-voted'],
    ['no answer to vote on', clerk, {}, { put: [] }, 'answer-first'],
    ['an answer the recorder has not read', clerk, {}, { seen: new Map([[1, 1]]) }, 'answers-changed'],
    ['an answer the recorder never saw', clerk, {}, { seen: new Map() }, 'answers-changed'],
    ['before the answer was written', clerk, { decidedOn: day('2026-11-19') }, {}, 'answered-after-vote'],
    ['again, of an open package', clerk, {}, { put: [carried] }, null],
    ['of a closed package', clerk, {}, { pack: { ...pack, isClosed: true }, put: [carried] }, 'package-closed'],
    ['of what was passed on and answered since', clerk, {}, { pack: { ...pack, isClosed: true } }, null],
    ['of a told case', clerk, {}, { pack: { ...pack, source: 'https://example.org' } }, 'package-closed'],
  ])('%s', (_, who, part, at, refusal) => {
    const result = rules.draftVote({ ...state, ...at }, { ...vote, ...part }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test('covers only words that were read and stood on the day of the vote', () => {
    const answers = fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 6 }),
        version: fc.integer({ min: 1, max: 3 }),
        age: fc.integer({ min: -3, max: 3 }),
      }),
      { selector: ({ number }) => number, minLength: 1 },
    )
    const seen = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6'), fc.integer({ min: 1, max: 3 }))
    fc.assert(
      fc.property(answers, seen, (all, read) => {
        const ballots = all.map(({ number, version, age }) => ({
          number,
          version,
          answeredOn: vote.decidedOn.subtract({ days: age }),
          cover: 'none' as const,
        }))
        const known = new Map(Object.entries(read).map(([number, version]) => [Number(number), version]))
        const isTrue = all.every(({ number, version, age }) => known.get(number) === version && age >= 0)
        expect(rules.draftVote({ ...state, put: ballots, seen: known }, vote, clerk).ok).toBe(isTrue)
      }),
    )
  })

  test.each<[string, Actor, Partial<rules.RecordState>, string | null]>([
    ['the chair', mayor, {}, null],
    ['a clerk', clerk, {}, 'staff-never-confirm'],
    ['a member', councillor, {}, 'only-chair-confirms'],
    ['the chair of another body', elsewhere, {}, 'only-chair-confirms'],
    ['twice', mayor, { isConfirmed: true }, 'already-confirmed'],
    ['the chair who wrote it herself', mayor, { draftedBy: mayor.account }, 'own-record'],
    ['after the answer was closed', mayor, { isOpen: false }, 'package-closed'],
  ])('is confirmed by %s', (_, who, at, refusal) => {
    const record = { body: council, draftedBy: clerk.account, isConfirmed: false, isOpen: true }
    const result = rules.confirmVote({ ...record, ...at }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })
})

describe('closing', () => {
  const answers = fc.array(
    fc.record({
      kind: fc.constantFrom(...answerKinds, 'unknown' as const, undefined),
      cover: fc.constantFrom<Cover>(...covers),
    }),
    { maxLength: 12 },
  )

  test('happens only by the chair, when nothing is open and each answer was carried as it stands', () => {
    fc.assert(
      fc.property(answers, everybody, fc.boolean(), (all, who, isClosed) => {
        const hasOpen = all.some(({ kind }) => kind === undefined || kind === 'park' || kind === 'unknown')
        const isCarried = all.length > 0 && all.every(({ cover }) => cover === 'carried')
        const may = who === mayor && !isClosed && !hasOpen && isCarried
        expect(rules.close({ ...pack, isClosed }, all, who).ok).toBe(may)
      }),
    )
  })

  test.each<[string, Actor, Partial<PackageState>, rules.StandingAnswer, string]>([
    ['an unanswered item', mayor, {}, { kind: undefined, cover: 'none' }, 'items-open'],
    ['a parked item, also when the body parked it', mayor, {}, { kind: 'park', cover: 'carried' }, 'items-open'],
    ['staff', clerk, {}, { kind: 'accept', cover: 'carried' }, 'staff-never'],
    ['a member who is not the chair', councillor, {}, { kind: 'accept', cover: 'carried' }, 'only-body-chair'],
    ['the chair of another body', elsewhere, {}, { kind: 'accept', cover: 'carried' }, 'only-body-chair'],
    ['twice', mayor, { isClosed: true }, { kind: 'accept', cover: 'carried' }, 'package-closed'],
    ['a body that has not voted', mayor, {}, { kind: 'accept', cover: 'none' }, 'no-vote'],
    ['an answer changed after the vote', mayor, {}, { kind: 'accept', cover: 'changed' }, 'changed-after-vote'],
    ['an answer the body voted down', mayor, {}, { kind: 'accept', cover: 'lost' }, 'vote-lost'],
  ])('is refused: %s', (_, who, at, standing, refusal) => {
    expect(rules.close({ ...pack, ...at }, [standing], who)).toEqual({ ok: false, refusal })
  })
})
