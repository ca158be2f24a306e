import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'
import { after, isPast, noon, steps, type Case } from './calendar.ts'
import { confirmVotes, voteRow } from './council-votes.ts'
import type { Councillor, People } from './people.ts'
import { putRows } from './rows.ts'
import type { Say } from './words.ts'

export type At = { readonly people: People; readonly today: Temporal.PlainDate; readonly say: Say }

/** The councillor who leads a case: each in turn, of those an election in between has not unseated before the mandate. */
export function leaderOf(one: Case, people: People): Councillor {
  const still = people.seatedOn(after(one, steps.mandate + 1))
  const council = people.seatedOn(after(one, steps.takenUp)).filter((councillor) => still.includes(councillor))
  return pick(council, one.at * 7)
}

/** Problems as residents raised them, and who took each up. */
export async function putProblems(tx: Tx, cases: readonly Case[], { people, today, say }: At): Promise<void> {
  const raiser = (one: Case): Id<'account'> => pick(people.residents, one.at * 13)
  await putRows(
    tx,
    'problem.problem',
    cases.map((one) => ({
      id: one.id,
      slug: one.slug,
      raised_by: raiser(one),
      raised_at: noon(one.raisedOn),
      language: 'en',
    })),
  )
  await putRows(
    tx,
    'problem.framing',
    cases.map((one) => ({
      id: newId('framing'),
      problem_id: one.id,
      number: 1,
      question: one.question,
      what_happens: `${say(25)}. ${say(25)}.`,
      who_is_affected: say(8),
      place: say(2),
      proposed_by: raiser(one),
      proposed_at: noon(one.raisedOn),
      state: 'current',
      language: 'en',
    })),
  )
  for (const { id } of cases) await sql`call problem.write_stems(${tx.jurisdiction}, ${id})`.execute(tx)
  await putRows(
    tx,
    'problem.sponsorship',
    cases
      .filter((one) => isPast(after(one, steps.takenUp), today))
      .map((one) => ({
        problem_id: one.id,
        person_id: leaderOf(one, people).person,
        account_id: leaderOf(one, people).account,
        words: `I have seen it. ${say(12)}.`,
        at: noon(after(one, steps.takenUp)),
        language: 'en',
      })),
  )
}

export const [politicians, citizens] = [3, 6]
const gate = ['citizens-can-help', 'decision-is-open', 'leaders-commit', 'resources-exist', 'timing-fits']

/** A mandate for each, adopted by the council that sat then. */
export async function putMandates(tx: Tx, all: readonly Case[], { people, today, say }: At): Promise<void> {
  const cases = all
    .filter((one) => isPast(after(one, steps.mandate), today))
    .map((one) => ({ one, id: newId('mandate'), resolution: newId('resolution'), on: after(one, steps.mandate) }))
  await putRows(
    tx,
    'mandate.mandate',
    cases.map(({ one, id, on }) => ({
      id,
      problem_id: one.id,
      version: 1,
      question: one.question,
      background: `${say(30)}.`,
      tasks: `${say(20)}.`,
      out_of_scope: `${say(6)}.`,
      parent_body_id: people.committee,
      recipient_body_id: people.council,
      politicians,
      citizens,
      min_gender_share: 0.4,
      starts_on: after(one, steps.seated).toString(),
      ends_on: after(one, steps.handedOver).toString(),
      meetings: 5,
      economic_frame: 'Within the budget',
      promise: 'collaborate',
      answer_count: 60,
      answer_unit: 'days',
      begun_by: leaderOf(one, people).account,
      begun_at: noon(on.subtract({ days: 20 })),
    })),
  )
  await putRows(
    tx,
    'mandate.profile',
    cases.map(({ one, id }) => ({
      mandate_id: id,
      id: one.profile,
      position: 1,
      name: 'Neighbour',
      wanted: citizens,
    })),
  )
  await putRows(
    tx,
    'mandate.matter',
    cases.map(({ id }) => ({ mandate_id: id, position: 1, words: `${say(6)}?`, room: 'together' })),
  )
  await putRows(
    tx,
    'mandate.gate_answer',
    cases.flatMap(({ one, id, on }) =>
      gate.map((question) => ({
        mandate_id: id,
        question,
        person_id: leaderOf(one, people).person,
        is_yes: true,
        reason: `${say(5)}.`,
        at: noon(on.subtract({ days: 10 })),
      })),
    ),
  )
  await putRows(
    tx,
    'problem.held',
    cases.map(({ one, on }) => ({ problem_id: one.id, held_at: noon(on) })),
  )
  await putRows(
    tx,
    'directory.resolution',
    cases.map(({ id, resolution, on }) =>
      voteRow({ id: resolution, about: { kind: 'mandate', id }, motion: 'To adopt the mandate', on }, people),
    ),
  )
  await sql`
    update mandate.mandate m set pending_resolution_id = v.resolution
    from unnest(${cases.map(({ id }) => id)}::uuid[], ${cases.map(({ resolution }) => resolution)}::uuid[]) v (id, resolution)
    where m.jurisdiction_id = ${tx.jurisdiction} and m.id = v.id`.execute(tx)
  await confirmVotes(tx, cases, people)
  await sql`
    update mandate.mandate m
    set state = 'adopted', resolution_id = m.pending_resolution_id, pending_resolution_id = null, adopted_at = v.at
    from unnest(${cases.map(({ id }) => id)}::uuid[], ${cases.map(({ on }) => noon(on.add({ days: 1 })))}::timestamptz[]) v (id, at)
    where m.jurisdiction_id = ${tx.jurisdiction} and m.id = v.id`.execute(tx)
}

/** The group: its leader in the chair, two more councillors, six residents. */
export async function putGroups(tx: Tx, all: readonly Case[], { people, today, say }: At): Promise<void> {
  const cases = all.filter((one) => isPast(after(one, steps.seated), today))
  const seats = cases.flatMap((one) => {
    const leader = leaderOf(one, people)
    const council = people.seatedOn(after(one, steps.takenUp)).filter(({ person }) => person !== leader.person)
    const seated = { problem_id: one.id, appointed_by: people.clerk, appointed_at: noon(after(one, steps.seated)) }
    const given = (at: number) => ({
      ...seated,
      id: newId('seat'),
      offer_number: at + 1,
      reason: `${say(6)}.`,
      is_chair: at === 0,
    })
    return [
      ...[leader, ...Array.from({ length: politicians - 1 }, (_, at) => pick(council, one.at * 5 + at))].map(
        ({ person, account }, at) => ({
          ...given(at),
          account_id: account,
          person_id: person,
          kind: 'politician',
          profile_id: null,
        }),
      ),
      ...Array.from({ length: citizens }, (_, at) => ({
        ...given(at + politicians),
        account_id: pick(people.residents, one.at * 11 + at * 3),
        person_id: null,
        kind: 'citizen',
        profile_id: one.profile,
      })),
    ]
  })
  // Everybody who sits had said yes.
  await putRows(
    tx,
    'arena.offer',
    seats.map((seat) => ({
      problem_id: seat.problem_id,
      number: seat.offer_number,
      account_id: seat.account_id,
      person_id: seat.person_id,
      kind: seat.kind,
      profile_id: seat.profile_id,
      is_chair: seat.is_chair,
      way: 'chosen',
      reason: seat.reason,
      criteria: [seat.reason],
      made_by: seat.appointed_by,
      made_at: seat.appointed_at,
      answer_by: seat.appointed_at,
      state: 'accepted',
      answered_at: seat.appointed_at,
      words: '',
    })),
  )
  await putRows(
    tx,
    'arena.seat',
    seats.map((seat) => ({ ...seat, ended_words: '' })),
  )
  await putRows(
    tx,
    'arena.confirmation',
    cases.map((one) => ({
      problem_id: one.id,
      confirmed_by: leaderOf(one, people).account,
      confirmed_at: noon(after(one, steps.seated).add({ days: 1 })),
    })),
  )
}

/** One of them, in turn. */
export function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length]
  if (item === undefined) throw new Error('there is somebody to pick')
  return item
}
