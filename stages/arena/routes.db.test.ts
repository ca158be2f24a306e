import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { textOf } from '../../platform/http/testing.ts'
import { addPerson } from '../../platform/directory/index.ts'
import { linkPerson, unlinkPerson } from '../../platform/identity/index.ts'
import { entries } from '../../platform/ledger/index.ts'
import { offersOf, putOffer } from './acceptances/store.ts'
import * as commands from './commands.ts'
import { rolesInArena } from './roles.ts'
import { arenaJourneyPart, arenaWaitingFor } from './slots.ts'
import * as store from './store.ts'
import { sayYes, seatAtOnce, setUpGroup } from './testing.ts'
import {
  adoptMandate,
  openTown,
  now,
  real,
  town,
  problem,
  slug,
  accountOf,
  visitOf,
  go,
  reads,
  answered,
  evil,
  asked,
} from './testing-walk.ts'

openTown()

let neighbour: Id<'profile'>
let pupil: Id<'profile'>

describe('an arena, as people walk it', { shuffle: false }, () => {
  test('before the mandate nobody can be invited', async () => {
    expect(await reads('arena.people')).toContain('Nobody has a seat yet')
    expect(await reads('arena.open-call', { as: 'dora', typed: { until: ['2026-12-12'] } })).toContain(
      'The mandate is not adopted yet',
    )
    expect((await arenaJourneyPart(visitOf(), problem)).state).toBe('coming')
  })

  test('the call is opened by those who lead; staff are refused', async () => {
    const [first, second] = await adoptMandate()
    neighbour = first?.id ?? newId('profile')
    pupil = second?.id ?? newId('profile')
    expect(await arenaWaitingFor(visitOf({ as: 'dora' }))).toMatchObject([
      { title: 'Set up the group: the rule, and what each seat is for' },
    ])
    await setUpGroup(real.at(now), town.people.dora, slug, Temporal.PlainDate.from('2026-11-24'))
    expect(await arenaWaitingFor(visitOf({ as: 'dora' }))).toMatchObject([{ title: 'Open the call for seats' }])
    // A bug once: the journey still said "when the mandate is adopted".
    expect(await arenaJourneyPart(visitOf(), problem)).toMatchObject({
      state: 'now',
      sentences: ['The mandate is adopted. When the call for seats opens, anyone can ask for one.'],
    })
    for (const as of ['chen', 'gita', 'ada'] as const) {
      expect(await reads('arena.open-call', { as, typed: { until: ['2026-12-12'] } })).toContain(
        'Public employees prepare',
      )
    }
    expect(await reads('arena.open-call', { as: 'emil', typed: { until: ['2026-12-12'] } })).toContain(
      'Only politicians who have taken the case up',
    )
    expect(await reads('arena.open-call', { as: 'dora', typed: { until: ['2026-11-01'] } })).toContain('#field-until')
    expect(await go('arena.open-call', { as: 'dora', typed: { until: ['2026-12-12'] } })).toMatchObject({
      kind: 'redirect',
    })
    expect(await reads('arena.people')).toContain('12 December 2026 at 23:59')
  })

  test('anyone tied to the place asks; only those who choose and clerks see who asked', async () => {
    expect(await reads('arena.application', { as: 'alice' })).toContain(
      'your name, your profile and the reason are public',
    )
    expect(await go('arena.apply', { as: 'alice', typed: asked(neighbour) })).toMatchObject({ kind: 'redirect' })
    // It said "Number 1", while the list of a draw gives the same person another number.
    expect(await reads('arena.application', { as: 'alice' })).toMatch(/Receipt \d+, for/)
    expect(await go('arena.apply', { as: 'bashir', typed: asked(pupil) })).toMatchObject({ kind: 'redirect' })
    expect(await go('arena.apply', { as: 'klub', typed: asked(pupil) })).toMatchObject({ kind: 'redirect' })
    expect(await reads('arena.apply', { as: 'alice', typed: asked(pupil) })).toContain(
      'You have asked for a seat already',
    )
    expect(await reads('arena.application', { as: 'alice' })).toContain('You have asked for a seat')
    // The case once went on offering what she had done.
    const offered = await arenaJourneyPart(visitOf({ as: 'aisha' }), problem)
    const applied = await arenaJourneyPart(visitOf({ as: 'alice' }), problem)
    expect([offered.act?.text, applied.act]).toEqual(['Apply for a seat', undefined])
    expect([offered, applied].map(({ links }) => links.some((link) => link.text === 'See my application'))).toEqual([
      false,
      true,
    ])
    expect(await reads('arena.applications', { as: 'aisha' })).not.toContain('Bashir')
    expect(await reads('arena.applications', { as: 'emil' })).not.toContain('Bashir')
    for (const as of ['dora', 'chen'] as const) expect(await reads('arena.applications', { as })).toContain('Bashir')
    const open = await reads('arena.people')
    expect(open).toContain('fewer than 5')
    expect(open).not.toContain('Alice')
    expect(open).not.toContain(evil)
  })

  test('a bug once: a clerk was offered a citizen’s seat and then refused; she is told who decides', async () => {
    const asClerk = await reads('arena.people', { as: 'chen' })
    expect(asClerk).not.toContain('Ask for a seat')
    expect(asClerk).toContain('Only the politicians who lead the case')
    expect(await reads('arena.people', { as: 'klub' })).toContain('See my application')
    expect(await reads('arena.people', { as: 'gita' })).not.toContain('Ask for a seat')
    expect(await reads('arena.people')).toContain('Ask for a seat')
  })

  test('who leads sees what is left to do, and what stands in the way of confirming', async () => {
    const leading = await reads('arena.people', { as: 'dora' })
    expect(leading).toContain('Until the group can meet')
    expect(leading).toContain('Answer 3 applications')
    expect(leading).toContain('The group has no chair yet.')
    expect(leading).not.toContain('action="/en/' + town.place.slug + '/problems/' + slug + '/people/confirm"')
  })

  test('no seat and no refusal without a reason; everybody gets an answer', async () => {
    expect(await reads('arena.answer-applications', { as: 'chen', typed: answered(1, 'select', 'So') })).toContain(
      'Public employees prepare',
    )
    const bare = await go('arena.answer-applications', { as: 'dora', typed: answered(1, 'select', ' ') })
    expect(bare).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(bare)).toContain('#field-reason-1')
    const unmet = { ...answered(1, 'select', 'She knows the site.'), 'criteria-1': [] }
    expect(await reads('arena.answer-applications', { as: 'dora', typed: unmet })).toContain('#field-criteria-1')
    expect(
      await go('arena.answer-applications', {
        as: 'dora',
        typed: {
          ...answered(1, 'select', `She knows the site. ${evil}`),
          ...answered(2, 'decline', `We look for a pupil. ${evil}`),
        },
      }),
    ).toMatchObject({ kind: 'redirect' })
    // Nobody sits who has not said yes.
    expect(await store.seatsOf(real.read(town.place.id), problem.id)).toEqual([])
    expect(await reads('arena.offer', { as: 'alice' })).toContain('She knows the site.')
    expect(await go('arena.answer-offer', { as: 'alice', typed: { answer: ['yes'] } })).toMatchObject({
      kind: 'redirect',
    })
    const answer = await reads('arena.application', { as: 'bashir' })
    expect(answer).toContain('We look for a pupil.')
    for (const page of [answer, await reads('arena.people'), await reads('arena.applications', { as: 'dora' })])
      expect(page).not.toContain(evil)
    expect(await reads('arena.people')).not.toContain('Bashir')
    const seat = sql`insert into arena.seat (jurisdiction_id, id, problem_id, account_id, kind, profile_id, reason, appointed_by, appointed_at, offer_number)
      values (${town.place.id}, ${newId('seat')}, ${problem.id}, ${town.people.aisha.account}, 'citizen', ${pupil}, 'So', ${town.people.dora.account}, now(), 1)`
    await expect(real.transact(town.place.id, null, (tx) => seat.execute(tx))).rejects.toThrow('has not said yes')
    const offer = (reason: string, criteria: readonly string[]) =>
      real.transact(town.place.id, null, (tx) =>
        putOffer(tx, problem.id, {
          account: accountOf('aisha'),
          person: null,
          kind: 'citizen',
          profile: pupil,
          isChair: false,
          way: 'chosen',
          reason,
          criteria,
          madeBy: accountOf('dora'),
          answerBy: now,
        }),
      )
    await expect(offer('', ['Is a pupil'])).rejects.toThrow('check constraint')
    await expect(offer('So', [])).rejects.toThrow('says which criteria are met')
  })

  test('a bug once: who held one seat and was to get another broke the page', async () => {
    const person = await real.transact(town.place.id, null, async (tx) => {
      const elected = await addPerson(tx, { slug: 'alice-elected', name: 'Alice' })
      if (town.people.alice.account) await linkPerson(tx, town.people.alice.account, elected)
      return elected
    })
    const input = { slug, person, isChair: false, reason: 'Elected.' }
    expect(await commands.seatPolitician(real.at(now), town.people.dora, input)).toEqual({
      ok: false,
      refusal: 'seated-already',
    })
    await real.transact(town.place.id, null, async (tx) => {
      if (town.people.alice.account) await unlinkPerson(tx, town.people.alice.account)
    })
  })

  test('two chairs at once become one', async () => {
    const chairs = (['dora', 'emil'] as const).map((name) =>
      commands.seatPolitician(real.at(now), town.people.dora, {
        slug,
        person: town.people[name].person ?? newId('person'),
        isChair: true,
        reason: 'Leads it.',
      }),
    )
    const results = await Promise.all(chairs)
    expect(results.filter((one) => one.ok)).toHaveLength(1)
    expect(results.find((one) => !one.ok)).toEqual({ ok: false, refusal: 'chair-taken' })
    const [offer] = (await offersOf(real.read(town.place.id), problem.id)).filter(({ state }) => state === 'waiting')
    if (offer?.account === town.people.emil.account) await sayYes(real.at(now), slug, [town.people.emil])
  })

  test('until the group is confirmed nobody acts for it, and its chair prepares; the database confirms no group that is not whole', async () => {
    const read = real.read(town.place.id)
    const roles = async ({ account }: store.Seat) => {
      const actor = Object.values(town.people).find((one) => one.account === account)
      return actor && (await rolesInArena(read, slug, actor)).map(({ name }) => name)
    }
    const seats = await store.seatsOf(read, problem.id)
    for (const seat of seats) expect(await roles(seat)).toEqual(seat.isChair ? ['arena-chair-elect'] : [])
    expect(await reads('arena.people')).toContain('Until then nobody speaks, writes or votes for it')
    const { account } = town.people.dora
    if (!account) throw new Error('dora has an account')
    const byHand = (exception: string) =>
      real.transact(town.place.id, null, (tx) => store.putConfirmation(tx, problem.id, { by: account, exception }))
    await expect(byHand('We begin.')).rejects.toThrow('is not ready')
  })

  test('the group is confirmed when the rule is met, or with a reason that everybody reads', async () => {
    expect(await reads('arena.confirm', { as: 'dora', typed: { exception: ['We begin.'] } })).toContain(
      'Answer every application first',
    )
    const blocked = textOf(
      await go('arena.confirm', { as: 'dora', typed: { exception: [''], toTheRest: ['A club is no pupil.'] } }),
    )
    expect(blocked).toContain('#field-exception')
    expect(blocked).toContain('Pupil: 0 of 1 seats')
    const { account, person } = town.people.dora
    if (!account) throw new Error('dora has an account')
    expect(
      await go('arena.confirm', {
        as: 'dora',
        typed: { exception: ['No pupil applied.'], toTheRest: ['A club is no pupil.'] },
      }),
    ).toMatchObject({ kind: 'redirect' })
    // Whoever still waited has an answer now: no silent no.
    expect(await reads('arena.application', { as: 'klub' })).toContain('A club is no pupil.')
    const byHand = real.transact(town.place.id, null, (tx) =>
      store.putConfirmation(tx, problem.id, { by: account, exception: '' }),
    )
    await expect(byHand).rejects.toThrow('does not meet its rule')
    const seatLate = real.transact(town.place.id, null, (tx) =>
      seatAtOnce(tx, problem.id, {
        account: accountOf('gita'),
        person,
        kind: 'politician',
        profile: null,
        isChair: false,
      }),
    )
    await expect(seatLate).rejects.toThrow('no seat is free')
    const shown = await reads('arena.people')
    expect(shown).toContain('No pupil applied.')
    // A bug once: "The call closed on 12 December", told in November.
    expect(shown).not.toContain('12 December 2026')
    expect(shown).toContain('Why: She knows the site.')
    expect(shown).toContain('Chosen by')
    expect((await arenaJourneyPart(visitOf(), problem)).state).toBe('done')
    expect(await arenaWaitingFor(visitOf({ as: 'dora' }))).toEqual([])
  })

  test('who comes too late is told so, and led back to the group', async () => {
    const refused = await go('arena.application', { as: 'gita' })
    expect(refused).toMatchObject({
      kind: 'refused',
      wayOn: { text: 'Who takes part', href: expect.stringMatching(/\/people$/) },
    })
  })

  test('everybody at the table is a member, and one politician is the chair', async () => {
    const read = real.read(town.place.id)
    const roles = async (actor: Actor) =>
      (await rolesInArena(read, slug, actor)).map(({ name, scope }) => [name, scope])
    const chair = (await store.seatsOf(read, problem.id)).find((seat) => seat.isChair)
    const chairing = Object.values(town.people).find((actor) => actor.account === chair?.account)
    expect(await roles(town.people.alice)).toEqual([['member', problem.id]])
    expect(chairing && (await roles(chairing))).toEqual([
      ['member', problem.id],
      ['arena-chair', problem.id],
    ])
    expect(await roles(town.people.bashir)).toEqual([])
    expect(await rolesInArena(read, 'nothing', town.people.alice)).toEqual([])
  })

  test('the public record names no applicant', async () => {
    const facts = await entries(real.read(town.place.id), { problem: problem.id, limit: 100 })
    const told = JSON.stringify(
      facts
        .filter(({ kind }) => kind === 'arena.applied' || kind === 'arena.application-answered')
        .map((fact) => fact.public),
    )
    expect(told).not.toMatch(/[a-z0-9]{8}/)
    expect(facts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['arena.call-opened', 'arena.seated', 'arena.confirmed']),
    )
  })
})
