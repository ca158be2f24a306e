import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Pair } from './rules.ts'

export type CounterCase = {
  readonly id: Id<'counter-case'>
  readonly problem: Id<'problem'>
  readonly recommendation: Id<'recommendation'>
  readonly how: 'drawn' | 'asked'
  readonly seed: string
  readonly advocates: Pair
  readonly dueOn: Temporal.PlainDate
  /** Null while nobody has written. */
  readonly text: string | null
  readonly language: string
  readonly revision: number
  readonly writtenAt: Temporal.Instant | null
  /** Voices on the present version that were given before it was first written. */
  readonly standsBefore: number
}

const columns = sql<CounterCase>`
  c.id, c.problem_id as problem, c.recommendation_id as recommendation, c.how, c.seed,
  jsonb_build_array(c.first_advocate, c.second_advocate) as advocates, c.due_on as "dueOn",
  t.text, coalesce(t.language, 'und') as language, coalesce(t.revision, 0) as revision, t.at as "writtenAt", (
    select count(*) from draft.stand s
    where s.jurisdiction_id = c.jurisdiction_id and s.recommendation_id = c.recommendation_id
      and s.version = (
        select max(v.version) from draft.recommendation_version v
        where v.jurisdiction_id = c.jurisdiction_id and v.recommendation_id = c.recommendation_id
      )
      and s.at < (
        select min(f.at) from draft.counter_case_text f
        where f.jurisdiction_id = c.jurisdiction_id and f.counter_case_id = c.id
      )
  ) as "standsBefore"
  from draft.counter_case c
  left join lateral (
    select x.text, x.language, x.revision, x.at from draft.counter_case_text x
    where x.jurisdiction_id = c.jurisdiction_id and x.counter_case_id = c.id
    order by x.revision desc
    limit 1
  ) t on true`

export async function counterCaseOf(
  read: Read,
  recommendation: Id<'recommendation'>,
): Promise<CounterCase | undefined> {
  const { rows } = await sql<CounterCase>`select ${columns} where c.recommendation_id = ${recommendation}`.execute(read)
  return rows[0]
}

/** With what it is against. */
type Against = CounterCase & { readonly number: number; readonly title: string }

export async function counterCasesById(read: Read, ids: readonly Id[]): Promise<readonly Against[]> {
  const { rows } = await sql<Against>`
    select r.number, (
      select v.title from draft.recommendation_version v
      where v.jurisdiction_id = r.jurisdiction_id and v.recommendation_id = r.id
      order by v.version desc
      limit 1
    ) as title, ${columns}
    join draft.recommendation r on r.jurisdiction_id = c.jurisdiction_id and r.id = c.recommendation_id
    where c.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** What she was asked to write and neither of the two has written yet, in texts that are not handed over. */
export async function counterCasesToWrite(read: Read, account: Id<'account'>): Promise<readonly Against[]> {
  const { rows } = await sql<{ readonly id: Id<'counter-case'> }>`
    select c.id from draft.counter_case c
    where ${account} in (c.first_advocate, c.second_advocate)
      and not exists (
        select from draft.counter_case_text t
        where t.jurisdiction_id = c.jurisdiction_id and t.counter_case_id = c.id
      )
      and not exists (
        select from draft.frozen f where f.jurisdiction_id = c.jurisdiction_id and f.problem_id = c.problem_id
      )`.execute(read)
  return rows.length === 0
    ? []
    : counterCasesById(
        read,
        rows.map(({ id }) => id),
      )
}

export type NewCounterCase = Pick<
  CounterCase,
  'problem' | 'recommendation' | 'how' | 'seed' | 'advocates' | 'dueOn'
> & {
  readonly askedBy: Id<'account'>
}

export async function putCounterCase(tx: Tx, made: NewCounterCase): Promise<Id<'counter-case'>> {
  const id = newId('counter-case')
  await tx
    .insertInto('draft.counter_case')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: made.problem,
      recommendation_id: made.recommendation,
      how: made.how,
      seed: made.seed,
      first_advocate: made.advocates[0],
      second_advocate: made.advocates[1],
      asked_by: made.askedBy,
      asked_at: tx.now,
      due_on: made.dueOn,
    })
    .execute()
  return id
}

type Written = { readonly text: string; readonly language: string; readonly by: Id<'account'> }

export async function putCounterText(tx: Tx, { id, problem }: CounterCase, written: Written): Promise<void> {
  await sql`
    insert into draft.counter_case_text (jurisdiction_id, problem_id, counter_case_id, revision, text, language, written_by, at)
    select ${tx.jurisdiction}, ${problem}, ${id}, count(*) + 1, ${written.text}, ${written.language}, ${written.by}, ${tx.now}::timestamptz
    from draft.counter_case_text
    where counter_case_id = ${id}`.execute(tx)
}
