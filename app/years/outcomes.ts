import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'
import { closedOn, isPast, noon, type Case } from './calendar.ts'
import { pick, type At } from './cases.ts'
import type { Promised } from './commitments.ts'
import { linkRows, putRows, type Row } from './rows.ts'

const [indicators, measurements] = [5, 10]

/** One dated value, as the record tells of it. */
export type Measured = {
  readonly one: Case
  readonly number: number
  readonly value: number
  readonly on: Temporal.PlainDate
}

/** Indicators with their dated measurements, a quarter of a year apart, and the account the council signed. */
export async function putOutcomes(
  tx: Tx,
  promised: readonly Promised[],
  { people, today, say }: At,
): Promise<readonly Measured[]> {
  const perCase = [...Map.groupBy(promised, ({ one }) => one)]
  const intended = perCase.flatMap(([one, its]) =>
    Array.from({ length: indicators }, (_, at) => ({
      one,
      id: newId('indicator'),
      number: at + 1,
      from: closedOn(one).add({ days: 5 + at }),
      follows: pick(its, at * 7),
    })),
  )
  const written = intended.filter(({ from }) => isPast(from, today))
  await putRows(
    tx,
    'outcome.indicator',
    written.map(({ one, id, number, from }) => ({
      id,
      problem_id: one.id,
      number,
      name: say(4),
      unit: 'accidents a year',
      baseline_value: 40,
      baseline_on: one.raisedOn.toString(),
      baseline_source: 'The count of the police',
      target_value: 10,
      target_by: from.add({ years: 3 }).toString(),
      written_by: people.clerk,
      written_at: noon(from),
    })),
  )
  const measured = written.flatMap((its) =>
    Array.from({ length: measurements }, (_, at) => ({
      its,
      id: newId('measurement'),
      number: at + 1,
      value: 40 - at * 3 + (its.number % 4),
      on: its.from.add({ months: 3 * (at + 1) }),
    })).filter(({ on }) => isPast(on, today)),
  )
  await putRows(
    tx,
    'outcome.measurement',
    measured.map(({ its, id, number, value, on }) => ({
      id,
      indicator_id: its.id,
      number,
      value,
      measured_on: on.toString(),
      source: 'The count of the police',
      by_account: people.clerk,
      at: noon(on),
    })),
  )
  await putRows(
    tx,
    'thread.link',
    linkRows([
      ...written.map(({ id, follows, from }) => ({
        from: { kind: 'indicator', id },
        relation: 'follows-from',
        to: { kind: 'commitment', id: follows.id },
        at: noon(from),
      })),
      ...measured.map(({ its, id, on }) => ({
        from: { kind: 'measurement', id },
        relation: 'measures',
        to: { kind: 'indicator', id: its.id },
        at: noon(on),
      })),
    ]),
  )
  await putAccounts(
    tx,
    perCase.map(([one]) => ({ one, id: newId('account-of-value'), on: closedOn(one).add({ years: 2 }) })),
    { people, today, say },
  )
  return measured.map(({ its, value, on }) => ({ one: its.one, number: its.number, value, on }))
}

type Account = { readonly one: Case; readonly id: Id<'account-of-value'>; readonly on: Temporal.PlainDate }

async function putAccounts(tx: Tx, all: readonly Account[], { people, today, say }: At): Promise<void> {
  const accounts = all.filter(({ on }) => isPast(on, today))
  const words = (): Row => ({
    intended_for: `${say(10)}.`,
    what_came: `${say(30)}.`,
    side_effects: `${say(10)}.`,
    fairness: `${say(10)}.`,
    authority_used: `${say(10)}.`,
    cost_minor: 12_000_000,
    cost_currency: 'DKK',
  })
  await putRows(
    tx,
    'outcome.value_account',
    accounts.map(({ one, id, on }) => ({
      id,
      problem_id: one.id,
      version: 1,
      ...words(),
      prepared_by: people.clerk,
      is_staff_text: true,
      prepared_at: noon(on),
    })),
  )
  // One in ten still waits for somebody of the council.
  const signed = accounts
    .filter(({ one }) => one.at % 10 !== 4)
    .map(({ id, one, on }) => ({ id, on: on.add({ days: 3 }), by: pick(people.seatedOn(on.add({ days: 3 })), one.at) }))
    .filter(({ on }) => isPast(on, today))
  await sql`
    update outcome.value_account v set signed_person = s.person, signed_by = s.account, signed_at = s.at
    from unnest(
      ${signed.map(({ id }) => id)}::uuid[], ${signed.map(({ by }) => by.person)}::uuid[],
      ${signed.map(({ by }) => by.account)}::uuid[], ${signed.map(({ on }) => noon(on))}::timestamptz[]
    ) s (id, person, account, at)
    where v.jurisdiction_id = ${tx.jurisdiction} and v.id = s.id`.execute(tx)
}
