import { isSignedIn, type Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import type { Reply, Visit } from '../../platform/http/index.ts'
import { answerAt, textOf, visitIn, type Going } from '../../platform/http/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { follow, noticesOf, tellJob } from '../../platform/notices/index.ts'
import { upstream } from '../../platform/thread/index.ts'
import { decisionJourneyPart, decisionOwed, decisionRoutes, decisionWaitingFor } from '../decision/index.ts'
import {
  commitmentsOf,
  deliveryJourneyPart,
  deliveryOwed,
  deliveryRoutes,
  deliveryWaitingFor,
  pledgesOf,
} from '../delivery/index.ts'
import { retellIdea, retellRecommendation } from '../draft/index.ts'
import { retellMandate } from '../mandate/index.ts'
import { problemBySlug, retellProblem, type Problem } from '../problem/index.ts'
import { indicatorsOf, outcomeJourneyPart, outcomeRoutes, outcomeWaitingFor } from './index.ts'

const handOverDay = Temporal.Instant.from('2026-11-24T08:00:00Z')
const lateInSpring = Temporal.Instant.from('2027-05-01T08:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let at: { readonly slug: string; readonly problem: Id<'problem'>; readonly chair: Actor }

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  at = await readyCase()
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

/** Alice's problem and two recommendations made from ideas about it; freja, a councillor, chairs the arena. */
async function readyCase(): Promise<typeof at> {
  const { alice, freja } = town.people
  const [slug, source] = ['harbour', 'https://example.org']
  const problem = await real.transact(town.place.id, null, async (tx) => {
    const id = await retellProblem(tx, {
      slug,
      question: 'How does the harbour stay dry?',
      whatHappens: 'It floods.',
      whoIsAffected: 'Quay Street',
      language: 'en',
      source,
      actors: [],
    })
    if (isSignedIn(alice)) await follow(tx, { account: alice.account, about: { kind: 'problem', id }, asAuthor: true })
    await retellMandate(tx, {
      problem: id,
      question: 'How does it stay dry?',
      parentBody: town.committee,
      recipientBody: town.council,
      answerRule: { count: 60, unit: 'days' },
      source,
    })
    for (const title of ['Build a gate', 'Raise the quay']) {
      const words = { problem: id, title, text: `${title} before the storms.`, day: null, source }
      const idea = await retellIdea(tx, { ...words, kind: 'idea', place: '', language: 'en' })
      await retellRecommendation(tx, {
        ...words,
        clauses: [{ text: `${title}.`, cites: [{ kind: 'idea', id: idea }] }],
        agreement: null,
        minorityText: '',
      })
    }
    return id
  })
  const chair: Actor = {
    ...freja,
    roles: [...freja.roles, { name: 'arena-chair', scope: problem }, { name: 'member', scope: problem }],
  }
  return { slug, problem, chair }
}

const owedMost = { open: 10, given: 10 } as const

type Coming = Omit<Going, 'at' | 'params'> & { readonly number?: number; readonly on?: Temporal.Instant }

function visitOf({ number = 1, on = handOverDay, ...going }: Coming = {}): Visit {
  return visitIn(real, town.place, { ...going, at: on, params: { problem: at.slug, number } })
}

async function go(address: Address, going: Coming = {}): Promise<Reply> {
  return answerAt([...decisionRoutes, ...deliveryRoutes, ...outcomeRoutes], address, visitOf(going))
}

async function page(address: Address, going: Coming = {}): Promise<string> {
  const reply = await go(address, going)
  expect(reply).toMatchObject({ kind: 'page', status: 200 })
  const html = textOf(reply)
  expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  return html
}

const done = async (address: Address, going: Coming): Promise<void> => {
  const reply = await go(address, going)
  expect(reply).toMatchObject({ kind: 'redirect' })
  if (address.startsWith('decision.')) expect(reply, `${address} says what was done`).toHaveProperty('done.next')
}

const dates = { meetingOn: ['2026-12-10'], returnOn: ['2027-06-10'] }
const milestone = { 'what-1': ['Tender'], 'due-1': ['2027-02-01'] }
const commitment = {
  recommendation: ['1'],
  title: ['Build the gate'],
  office: ['Works'],
  budgetLine: ['€2.1 million, line 4.12'],
  nextReportOn: ['2027-03-01'],
  ...milestone,
}
const account = {
  intendedFor: ['Quay Street'],
  whatCame: ['Fewer floods'],
  sideEffects: ['Boats wait'],
  fairness: ['All pay'],
  authorityUsed: ['none'],
  whoBenefits: ['Quay Street <first>'],
  whoPays: ['The fee of the port'],
  cost: ['2,1'],
  currency: ['eur'],
  costWords: [''],
}

describe('from the hand-over to the measured outcome, as people walk it', { shuffle: false }, () => {
  test('the group hands over; nobody answers before both days are set', async () => {
    expect(await page('decision.page')).toContain('Nothing has been handed over yet')
    expect(textOf(await go('decision.hand-over', { as: at.chair }))).toContain('Tick this box to go on')
    await done('decision.hand-over', { as: at.chair, typed: { sure: ['yes'] } })
    expect(await page('decision.page', { as: town.people.chen })).toContain('Not set yet')
    expect(textOf(await go('decision.answering', { as: town.people.dora }))).toContain('First set both days')
    await done('decision.set-dates', { as: town.people.chen, typed: dates })
    expect(await page('decision.snapshot')).toContain('60 days')
    await done('decision.write-staff-note', { as: town.people.chen, typed: { text: ['The law allows it.'] } })
    expect(await page('decision.page')).toContain('The law allows it.')
  })

  test('a politician answers in her own name; what is missing comes back with what she typed', async () => {
    const typed = { kind: ['accept-amended'], reason: ['So that it <lasts>.'], amendedText: [''] }
    const refused = await go('decision.answer', { as: town.people.dora, typed })
    expect(refused).toMatchObject({ status: 422 })
    expect(textOf(refused)).toContain('href="#field-amendedText"')
    expect(textOf(refused)).toContain('So that it &lt;lasts&gt;.')
    const signed = await go('decision.answer', {
      as: town.people.dora,
      typed: { ...typed, amendedText: ['Build a gate after the storms.'] },
    })
    expect(signed, 'signing says what was done and that the body votes next').toMatchObject({
      kind: 'redirect',
      done: {
        text: 'Your answer is signed and published',
        next: expect.stringContaining('proposal until the body votes') as string,
      },
    })
    const shown = await page('decision.recommendation')
    expect(shown, 'before the vote it is no answer of the body').not.toContain('Accepted with changes')
    expect(shown).not.toContain('The body decided')
    for (const words of [
      'Proposed answer: accept with changes',
      'If the body votes for it',
      '<del>',
      '<ins>',
      'Dora',
      'The group recommended',
      'id="clause-1"',
    ])
      expect(shown).toContain(words)
    await done('decision.answer', {
      as: town.people.emil,
      number: 2,
      typed: { kind: ['park'], reason: ['Not now.'], parkUntil: ['2027-04-01'] },
    })
  })

  test('while one is parked the package stays open, and says which', async () => {
    const chair = await page('decision.page', { as: town.people.dora })
    expect(chair).toContain('Recommendation 2 is parked')
    const refused = await go('decision.close', { as: town.people.dora })
    expect(refused).toMatchObject({ status: 422 })
    expect(textOf(refused)).toContain('parked')
    const owed = await decisionOwed(visitOf(), owedMost)
    expect(
      owed.map((one) => one.isDone),
      'the answer, what is parked, and the return',
    ).toEqual([false, false, false])
    expect(owed[0]?.title).toContain('1 of 2')
    expect(
      (await decisionWaitingFor(visitOf({ as: town.people.emil }), { most: 60 })).first.map((one) => one.title),
    ).toEqual(['Answer recommendation 2'])
  })

  test('the vote is drafted and confirmed; the chair closes', async () => {
    await done('decision.answer', {
      as: town.people.dora,
      number: 2,
      typed: { kind: ['reject'], reason: ['SO that it, lasts'], again: ['yes'] },
    })
    const proposed = await page('decision.page')
    expect(proposed).toContain('with nearly the same reason as another')
    expect(proposed).toContain('proposed, no vote yet')
    expect(proposed).toContain('Proposed answer: reject')
    const voting = await page('decision.voting', { as: town.people.chen })
    expect(voting).toContain('A vote of Town council')
    const vote = {
      about: ['package'],
      seen: [/name="seen" value="([^"]+)"/.exec(voting)?.[1] ?? ''],
      motion: ['To answer like this'],
      reference: ['Item 4'],
      decidedOn: ['2026-11-24'],
      votesFor: ['2'],
      votesAgainst: ['1'],
      abstentions: ['0'],
      isCarried: ['yes'],
    }
    await done('decision.record-vote', { as: town.people.chen, typed: vote })
    const waiting = await page('decision.page', { as: town.people.dora })
    expect(waiting).toContain('does not count yet')
    expect(waiting).toContain('answer 1 in version 1, answer 2 in version 2')
    expect(textOf(await go('decision.close', { as: town.people.dora }))).toContain('has not voted on every answer')
    const resolution = /name="resolution" value="([^"]+)"/.exec(waiting)?.[1] ?? ''
    await done('decision.confirm-vote', { as: town.people.dora, typed: { resolution: [resolution] } })
    const carried = await page('decision.recommendation')
    for (const words of ['2 for, 1 against', 'Accepted with changes', 'The body decided'])
      expect(carried).toContain(words)
    expect(carried).not.toContain('Proposed answer')
    const closingDay = handOverDay.add({ hours: 48 })
    await done('decision.close', { as: town.people.dora, on: closingDay })
    const time = visitOf().time
    expect(await page('decision.page')).toMatch(new RegExp(`Answered in time[^]*${time.day(closingDay)}`))
    const [, clock = ''] = /Answered in time([^]*?)<h/.exec(await page('decision.recommendation')) ?? []
    const votedOn = time.day(Temporal.PlainDate.from('2026-11-24'))
    expect(clock, 'beside one answer stands the day the body voted for it').toContain(votedOn)
    expect(clock).not.toContain(time.day(closingDay))
  })

  test('a commitment says who, what money and which days; an association pledges', async () => {
    expect(await page('delivery.page'), 'what was accepted and has no plan is named').toContain('not planned yet')
    const refused = await go('delivery.commit', {
      as: town.people.dora,
      typed: { ...commitment, owner: [town.people.dora.person ?? ''], needsNoBudget: ['yes'] },
    })
    expect(textOf(refused)).toContain('one of the two')
    await done('delivery.commit', {
      as: town.people.dora,
      typed: { ...commitment, owner: [town.people.dora.person ?? ''] },
    })
    for (const words of ['Build the gate', 'line 4.12', 'On the way'])
      expect(await page('delivery.page')).toContain(words)
    expect(await page('delivery.page')).not.toContain('not planned yet')
    expect(await page('delivery.pledging', { as: town.people.klub })).toContain('Pledge your help')
    const pledge = { commitment: ['1'], what: ['Close it by hand'], howMuch: ['24 people'], by: ['2027-09-01'] }
    await done('delivery.pledge', { as: town.people.klub, typed: pledge })
    expect(textOf(await go('delivery.pledge', { as: town.people.chen, typed: pledge }))).toContain(
      'no pledge of their own',
    )
    expect(await page('delivery.page', { as: town.people.klub })).toContain('Sailing club')
    expect(
      textOf(await go('delivery.keep-pledge', { as: town.people.klub, typed: { kept: ['no'], 'words-1': [''] } })),
    ).toContain('Say why')
    await done('delivery.keep-pledge', { as: town.people.klub, typed: { kept: ['yes'], 'words-1': ['All came.'] } })
    expect((await pledgesOf(real.read(town.place.id), at.problem))[0]).toMatchObject({
      state: 'kept',
      settledWords: 'All came.',
    })
  })

  test('a pledge settled by somebody else is told to whoever made it, and to nobody else', async () => {
    const { klub, chen } = town.people
    const pledge = { commitment: ['1'], what: ['Lend a pump'], howMuch: ['1'], by: ['2027-09-01'] }
    await done('delivery.pledge', { as: klub, typed: pledge })
    await real.queueSql('delete from pgboss.job')
    const said = { kept: ['no'], 'words-2': ['No pump came.'] }
    await done('delivery.keep-pledge', { as: chen, number: 2, typed: said })
    await tellEverybody()
    const noticesTo = async ({ account }: Actor) => (account ? noticesOf(real.read(town.place.id), account) : [])
    expect(await noticesTo(klub)).toMatchObject([
      { message: 'told.pledge-not-kept', values: { what: 'Lend a pump', words: 'No pump came.' } },
    ])
    expect((await noticesTo(town.people.alice)).filter(({ message }) => message.includes('pledge'))).toEqual([])
    expect(await noticesTo(chen)).toEqual([])
  })

  test('what is not reported in time is late in public, until somebody reports', async () => {
    const overdue = await deliveryOwed(visitOf({ on: lateInSpring }), owedMost)
    // Its one milestone is its last: the day is the promise's own, not a step's.
    expect(overdue).toMatchObject([{ owner: 'Dora', isDone: false, title: 'Build the gate' }])
    expect(overdue[0] && Temporal.Instant.compare(overdue[0].due, lateInSpring)).toBe(-1)
    expect(await page('delivery.page', { on: lateInSpring })).toContain('1 late')
    expect(await deliveryWaitingFor(visitOf({ as: town.people.dora, on: lateInSpring }), { most: 60 })).toMatchObject({
      count: 1,
      late: 1,
    })
    await done('delivery.reach-milestone', {
      as: town.people.dora,
      on: lateInSpring,
      typed: { milestone: ['1'], reachedOn: ['2027-04-30'] },
    })
    const stillOwed = await deliveryOwed(visitOf({ on: lateInSpring }), owedMost)
    expect(stillOwed).toMatchObject([{ title: 'Report on “Build the gate”' }])
    const report = { text: ['It stands.'], standing: ['late'], reason: [''], nextReportOn: ['2027-09-01'] }
    expect(textOf(await go('delivery.report', { as: town.people.chen, on: lateInSpring, typed: report }))).toContain(
      'href="#field-reason"',
    )
    await done('delivery.report', { as: town.people.chen, on: lateInSpring, typed: { ...report, reason: ['Storms.'] } })
    const shown = await page('delivery.commitment', { on: lateInSpring })
    for (const words of ['fm-staff', 'Storms.', 'Late', 'Recommendation 1']) expect(shown).toContain(words)
    await done('delivery.report', {
      as: town.people.dora,
      on: lateInSpring,
      typed: { text: ['Open.'], standing: ['kept'] },
    })
    expect((await commitmentsOf(real.read(town.place.id), at.problem))[0]).toMatchObject({
      standing: 'kept',
      nextReportOn: null,
    })
  })

  test('the indicator is measured, and who raised the problem is told', async () => {
    const indicator = {
      name: ['Homes with water'],
      unit: ['homes a winter'],
      commitments: ['1'],
      targetValue: ['5'],
      targetBy: ['2028-01-01'],
    }
    expect(await page('outcome.new', { as: town.people.chen })).toContain('Build the gate')
    await done('outcome.intend', {
      as: town.people.chen,
      on: lateInSpring,
      typed: { ...indicator, baselineValue: [''] },
    })
    expect(await page('outcome.page')).toContain('Unknown')
    await real.queueSql('delete from pgboss.job')
    const measured = { 'value-1': ['4,5'], 'on-1': ['2027-04-01'], 'source-1': ['Coast Office'] }
    expect(
      textOf(
        await go('outcome.measure', {
          as: town.people.chen,
          on: lateInSpring,
          typed: { ...measured, 'value-1': ['many'] },
        }),
      ),
    ).toContain('#field-value-1')
    await done('outcome.measure', { as: town.people.chen, on: lateInSpring, typed: measured })
    const [found] = await indicatorsOf(real.read(town.place.id), at.problem)
    const kinds = (await upstream(real.read(town.place.id), { kind: 'indicator', id: found?.id ?? at.problem })).map(
      (strand) => strand.to.kind,
    )
    expect(new Set(kinds)).toEqual(new Set(['commitment', 'answer', 'recommendation', 'clause', 'idea', 'problem']))
    await tellEverybody()
    const { account: alice } = town.people.alice
    const heard = alice ? await noticesOf(real.read(town.place.id), alice) : []
    expect(heard).toMatchObject([
      { stage: 'outcome', message: 'told.measured', values: { name: 'Homes with water', value: 4.5 } },
    ])
    const shown = await page('outcome.page')
    expect(shown).toContain('<svg')
    expect(shown).toContain('unknown before, 4.5 after')
    expect(shown).not.toMatch(/because of/i)
  })

  test('staff prepare the account, a politician of the body signs what she read', async () => {
    expect(
      textOf(await go('outcome.write-account', { as: town.people.gita, typed: { ...account, currency: ['XYZ'] } })),
    ).toContain('three letters')
    await done('outcome.write-account', { as: town.people.gita, typed: account })
    expect(await outcomeWaitingFor(visitOf({ as: town.people.emil }), { most: 60 })).toMatchObject({
      count: 1,
      late: 0,
    })
    expect(await go('outcome.sign-account', { as: town.people.chen, typed: { version: ['1'] } })).toMatchObject({
      kind: 'refused',
    })
    expect(await go('outcome.sign-account', { as: town.people.emil, typed: { version: ['2'] } })).toMatchObject({
      kind: 'refused',
    })
    await done('outcome.sign-account', { as: town.people.emil, typed: { version: ['1'] } })
    const shown = await page('outcome.page')
    for (const words of ['€2.10', 'Signed on', 'Emil', 'fm-staff', 'Quay Street &lt;first&gt;', 'The fee of the port'])
      expect(shown).toContain(words)
    expect(await page('outcome.prepare-account', { as: town.people.chen })).toContain('value="2.1"')
    const open = await page('outcome.account')
    for (const words of ['€2.10', 'Signed on', 'Emil'])
      expect(open, 'a bug once: a visitor was sent to sign in').toContain(words)
    expect(open).not.toContain('Write the account')
  })

  test('what was signed stays as it was signed, also for whoever writes past the rules', async () => {
    const change = (set: string) =>
      real.transact(town.place.id, null, (tx) => sql.raw(`update outcome.value_account set ${set}`).execute(tx))
    await expect(change(`what_came = 'All is well.'`)).rejects.toThrow('as it was written')
    await expect(change('signed_by = null, signed_at = null, signed_person = null')).rejects.toThrow(
      'as it was written',
    )
  })

  test('one sheet holds the whole case, from the problem to the account, in both languages', async () => {
    const sheet = await page('outcome.sheet')
    for (const words of [
      'How does the harbour stay dry?',
      'It floods.',
      '1. Build a gate',
      'Accepted with changes',
      'Rejected',
      'Dora',
      '€2.1 million, line 4.12',
      'Kept',
      '2 pledges of help',
      'Homes with water',
      '4.5 homes a winter',
      'Fewer floods',
      '€2.10',
      'Signed by Emil on',
    ])
      expect(sheet).toContain(words)
    const data = await go('outcome.sheet-data')
    if (data.kind !== 'file') throw new Error('no file')
    expect(JSON.parse(String(data.body))).toMatchObject({
      problem: { question: 'How does the harbour stay dry?' },
      recommendations: [
        { title: 'Build a gate', answer: 'accept-amended', isCarried: true, by: 'Dora' },
        { answer: 'reject', isCarried: true },
      ],
      promises: [{ title: 'Build the gate', budgetLine: '€2.1 million, line 4.12', standing: 'kept' }],
      indicators: [{ name: 'Homes with water', baseline: null, measurements: [{ value: 4.5, on: '2027-04-01' }] }],
      account: { costMinor: 210, costCurrency: 'EUR', signedBy: 'Emil' },
      surveys: [],
      legitimacies: null,
    })
    expect(sheet.match(/<h2[ >]/g), 'seven sections, as the journey has steps').toHaveLength(7)
    expect(await page('outcome.sheet', { lang: 'da' })).toContain('Hele sagen på ét ark')
  })

  test('the journey tells it in both languages', async () => {
    const problem = await problemBySlug(real.read(town.place.id), at.slug)
    if (!problem) throw new Error('no case')
    const parts = (lang: string, part: (seen: Visit, of: Problem) => Promise<unknown>) =>
      part(visitOf({ lang }), problem)
    expect(await parts('en', decisionJourneyPart)).toMatchObject({ state: 'done', figure: '2 of 2 answered' })
    expect(await parts('da', deliveryJourneyPart)).toMatchObject({ state: 'done', figure: '1 af 1 holdt' })
    expect(await parts('da', outcomeJourneyPart)).toMatchObject({ state: 'done', figure: '1 af 1 målt' })
    for (const address of [
      'decision.page',
      'decision.recommendation',
      'decision.snapshot',
      'delivery.page',
      'delivery.commitment',
      'outcome.page',
    ] as const) {
      await page(address, { lang: 'da' })
    }
  })
})

/** Runs the job that waits in the queue, as the worker would. */
async function tellEverybody(): Promise<void> {
  const { rows } = await real.queueSql(`select data from pgboss.job where name = 'notices.tell' order by created_on`)
  const tell = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
  for (const { data } of rows as readonly { readonly data: Job }[]) await tell(real, data)
}
