import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { deadlineAfter, type DeadlineRule } from '@folkmoot/basics/working-days.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'
import type { Jurisdiction } from '../../platform/directory/index.ts'
import type { Snapshot } from '../../stages/decision/snapshot.ts'
import { after, answeredOn, closedOn, isPast, noon, steps, type Case } from './calendar.ts'
import { leaderOf, pick, type At } from './cases.ts'
import { confirmVotes, voteRow } from './council-votes.ts'
import { linkRows, putRows, type Row } from './rows.ts'
import type { Text, Written } from './texts.ts'

export const rule: DeadlineRule = { count: 60, unit: 'days' }

/** An answer that is final, as commitments carry it out. */
export type Final = { readonly id: Id<'answer'>; readonly number: number; readonly isAccepted: boolean }

export type Closed = { readonly one: Case; readonly answers: readonly Final[] }

type Pack = Text & { readonly pack: Id<'package'>; readonly place: Jurisdiction }

/** What was handed over, an answer to each, the council's vote on all of them, and the closing. */
export async function putAnswers(
  tx: Tx,
  texts: readonly Text[],
  { place, ...at }: At & { readonly place: Jurisdiction },
): Promise<readonly Closed[]> {
  const { people, today } = at
  const packs = texts
    .filter(({ one }) => isPast(after(one, steps.handedOver), today))
    .map((text) => ({ ...text, pack: newId('package'), place }))
  await putRows(
    tx,
    'decision.package',
    packs.map((pack) => packageRow(pack, at)),
  )
  await putRows(
    tx,
    'decision.item',
    packs.flatMap(({ pack, recommendations }) =>
      recommendations.map(({ id, number, title, text }) => ({
        package_id: pack,
        recommendation_id: id,
        number,
        title,
        text,
      })),
    ),
  )
  const answered = packs
    .filter(({ one }) => isPast(answeredOn(one), today))
    .map((pack) => ({
      ...pack,
      resolution: newId('resolution'),
      on: answeredOn(pack.one).add({ days: 10 }),
      answers: pack.recommendations.map((its) => ({
        id: newId('answer'),
        its,
        kind: kindOf(its.number, pack.one, today),
      })),
    }))
  await putRows(
    tx,
    'decision.answer',
    answered.flatMap(({ pack, answers }) =>
      answers.map(({ id, its }) => ({ id, package_id: pack, recommendation_id: its.id })),
    ),
  )
  await putRows(
    tx,
    'decision.answer_version',
    answered.flatMap(({ one, answers }) => answers.map((answer) => answerRow(one, answer, at))),
  )
  await putRows(
    tx,
    'thread.link',
    linkRows([
      ...packs.map(({ one, pack }) => ({
        from: { kind: 'package', id: pack },
        relation: 'about',
        to: { kind: 'problem', id: one.id },
        at: noon(after(one, steps.handedOver)),
      })),
      ...answered.flatMap(({ one, answers }) =>
        answers.map(({ id, its }) => ({
          from: { kind: 'answer', id },
          relation: 'answers',
          to: { kind: 'recommendation', id: its.id },
          at: noon(answeredOn(one)),
        })),
      ),
    ]),
  )
  const voted = answered.filter(({ one }) => isPast(closedOn(one), today))
  await putRows(
    tx,
    'directory.resolution',
    voted.map(({ pack, resolution, on }) =>
      voteRow({ id: resolution, about: { kind: 'package', id: pack }, motion: 'To answer as proposed', on }, people),
    ),
  )
  await putRows(
    tx,
    'decision.put_to_vote',
    voted.flatMap(({ resolution, answers }) =>
      answers.map(({ id }) => ({ resolution_id: resolution, answer_id: id, version: 1 })),
    ),
  )
  await confirmVotes(tx, voted, people)
  await sql`
    update decision.package k set closed_by = v.account, closed_at = v.at
    from unnest(
      ${voted.map(({ pack }) => pack)}::uuid[], ${voted.map(({ one }) => people.chairOn(closedOn(one)).account)}::uuid[],
      ${voted.map(({ one }) => noon(closedOn(one)))}::timestamptz[]
    ) v (id, account, at)
    where k.jurisdiction_id = ${tx.jurisdiction} and k.id = v.id`.execute(tx)
  await putReturns(tx, voted, at)
  return voted.map(({ one, answers }) => ({
    one,
    answers: answers.map(({ id, its, kind }) => ({
      id,
      number: its.number,
      isAccepted: kind === 'accept' || kind === 'accept-amended',
    })),
  }))
}

type Voted = { readonly one: Case; readonly pack: Id<'package'>; readonly answers: readonly Given[] }

/** Half a year later the mayor says what came of it, and of each that was passed on. */
async function putReturns(tx: Tx, voted: readonly Voted[], { people, today, say }: At): Promise<void> {
  const returned = voted
    .map((answered) => ({ ...answered, on: returnOn(answered.one) }))
    .filter(({ on }) => isPast(on, today))
  await putRows(
    tx,
    'decision.return_item',
    returned.flatMap(({ pack, answers }) =>
      answers
        .filter(({ kind }) => kind === 'refer')
        .map(({ its }) => ({ package_id: pack, recommendation_id: its.id, words: `${say(8)}.` })),
    ),
  )
  await putRows(
    tx,
    'decision.return_report',
    returned.map(({ pack, on }) => ({
      package_id: pack,
      held_on: on.toString(),
      words: `${say(30)}.`,
      person_id: people.chairOn(on).person,
      account_id: people.chairOn(on).account,
      at: noon(on),
    })),
  )
}

function returnOn(one: Case): Temporal.PlainDate {
  return after(one, steps.handedOver).add({ months: 6 })
}

type Kind = 'accept' | 'accept-amended' | 'refer' | 'reject'

/**
 * Of twenty recommendations fifteen are accepted, three of them with changes; three are rejected, and two passed on. Those passed on in
 * earlier years have come back as a no.
 */
function kindOf(number: number, one: Case, today: Temporal.PlainDate): Kind {
  if (number % 20 === 0 || number % 7 === 0) return 'reject'
  if (number % 9 === 0) return isPast(answeredOn(one), today.subtract({ years: 2 })) ? 'reject' : 'refer'
  return number % 5 === 0 ? 'accept-amended' : 'accept'
}

function packageRow({ one, pack, recommendations, place }: Pack, { people }: At): Row {
  const handed = Temporal.Instant.from(noon(after(one, steps.handedOver)))
  return {
    id: pack,
    problem_id: one.id,
    body_id: people.council,
    snapshot: snapshotOf(one, recommendations, handed),
    rule_count: rule.count,
    rule_unit: rule.unit,
    due_at: deadlineAfter(handed, rule, place).toString(),
    handed_by: leaderOf(one, people).account,
    handed_at: handed.toString(),
    meeting_on: after(one, steps.handedOver).add({ days: 20 }).toString(),
    return_on: returnOn(one).toString(),
  }
}

function snapshotOf({ question }: Case, recommendations: readonly Written[], takenAt: Temporal.Instant): Snapshot {
  return {
    format: 'folkmoot-package/2',
    language: 'en',
    takenAt: takenAt.toString(),
    problem: [{ label: 'The question', text: question }],
    mandate: [{ label: 'Version of the mandate', text: '1' }],
    recommendations: recommendations.map(({ number, title, text, clauses }) => ({
      number,
      title,
      text,
      clauses: clauses.map((clause) => ({ number: clause.number, text: clause.text, cites: [] })),
      agreement: 'Not known.',
      minority: null,
      signers: null,
    })),
  }
}

type Given = { readonly id: Id<'answer'>; readonly its: Written; readonly kind: Kind }

function answerRow(one: Case, { id, its, kind }: Given, { people, say }: At): Row {
  const by = pick(people.seatedOn(answeredOn(one)), one.at + its.number)
  return {
    answer_id: id,
    version: 1,
    kind,
    reason: `${say(20)}.`,
    amended_text: kind === 'accept-amended' ? `${say(14)}.` : '',
    refer_to: kind === 'refer' ? 'Works committee' : '',
    refer_by: kind === 'refer' ? answeredOn(one).add({ months: 6 }).toString() : null,
    person_id: by.person,
    account_id: by.account,
    at: noon(answeredOn(one)),
  }
}
