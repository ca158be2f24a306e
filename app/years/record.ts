import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import type { Tx } from '../../platform/db/index.ts'
import { leafHash } from '../../platform/ledger/index.ts'
import type { Closed } from './answers.ts'
import { after, answeredOn, closedOn, isPast, noon, steps, type Case } from './calendar.ts'
import type { Promised } from './commitments.ts'
import type { Measured } from './outcomes.ts'
import type { People } from './people.ts'
import { putRows } from './rows.ts'
import { hasAlice } from './texts.ts'

type Happened = {
  readonly kind: string
  readonly problem: Id<'problem'>
  readonly on: Temporal.PlainDate
  readonly public: JsonObject
}

/** The public record of all that, each fact on its own day: `record` would write it down at this moment. */
export async function putRecord(
  tx: Tx,
  cases: readonly Case[],
  past: {
    readonly closed: readonly Closed[]
    readonly promised: readonly Promised[]
    readonly measured: readonly Measured[]
  },
): Promise<void> {
  const happened: readonly Happened[] = [
    ...cases.map(({ id, slug, raisedOn }) => ({
      kind: 'problem.raised',
      problem: id,
      on: raisedOn,
      public: { slug },
    })),
    ...past.closed.flatMap(({ one, answers }) => [
      {
        kind: 'decision.handed-over',
        problem: one.id,
        on: after(one, steps.handedOver),
        public: { recommendations: answers.length },
      },
      ...answers.map(({ number }) => ({
        kind: 'decision.answered',
        problem: one.id,
        on: answeredOn(one),
        public: { number, version: 1 },
      })),
      { kind: 'decision.closed', problem: one.id, on: closedOn(one), public: { answers: answers.length } },
    ]),
    ...past.promised.map(({ one, number, owner, madeOn }) => ({
      kind: 'delivery.committed',
      problem: one.id,
      on: madeOn,
      public: { number, owner: owner.person },
    })),
    ...past.measured.map(({ one, number, value, on }) => ({
      kind: 'outcome.measured',
      problem: one.id,
      on,
      public: { number, value, on: on.toString() },
    })),
  ]
  await putRows(
    tx,
    'ledger.event',
    happened.map((fact) => {
      const at = Temporal.Instant.from(noon(fact.on))
      const leaf = leafHash({ kind: fact.kind, problem: fact.problem, at, public: fact.public, commitment: null })
      return {
        id: idAt(at),
        kind: fact.kind,
        problem_id: fact.problem,
        at: at.toString(),
        public: fact.public,
        leaf_hash: `\\x${leaf.toString('hex')}`,
      }
    }),
  )
}

/** What Alice was told of each measurement in the cases she has had something to say in; all but the last year's is read. */
export async function putNotices(
  tx: Tx,
  { residents }: People,
  measured: readonly Measured[],
  today: Temporal.PlainDate,
): Promise<void> {
  const [alice] = residents
  const lastYear = today.subtract({ years: 1 })
  await putRows(
    tx,
    'notices.notice',
    measured
      .filter(({ one }) => hasAlice(one))
      .map(({ one, value, on }) => ({
        id: newId('notice'),
        account_id: alice,
        stage: 'outcome',
        message: 'told.measured',
        values: { name: one.question, value, unit: 'accidents a year' },
        address: 'outcome.page',
        params: { problem: one.slug },
        happening: crypto.randomUUID(),
        at: noon(on),
        read_at: isPast(on, lastYear) ? noon(on) : null,
        mail: 'never',
      })),
  )
}

/** A UUID v7 as it would have been made at that time (RFC 9562, section 5.7): the record reads in the order of its ids. */
function idAt(at: Temporal.Instant): Id<'event'> {
  const time = at.epochMilliseconds.toString(16).padStart(12, '0')
  const chance = crypto.randomUUID().slice(14)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(1)}` as Id<'event'> // the time before, the chance behind
}
