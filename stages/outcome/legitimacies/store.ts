import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { Figure, Inputs } from './figures.ts'

export type Computed = {
  readonly problem: Id<'problem'>
  readonly version: number
  readonly method: string
  readonly inputs: Inputs
  readonly figures: readonly Figure[]
  /** SHA-256 of the inputs as canonical JSON. */
  readonly inputHash: string
  readonly computedAt: Temporal.Instant
}

/** Every version, the newest first. */
export const computedOf = listsBy(
  (computed: Computed) => computed.problem,
  async (read, problems) => {
    const { rows } = await sql<Computed>`
      select l.problem_id as problem, l.version, l.method, l.inputs, l.figures, l.input_hash as "inputHash",
        l.computed_at as "computedAt"
      from outcome.legitimacy l
      where l.problem_id = any(${problems}::uuid[])
      order by l.version desc`.execute(read)
    return rows
  },
)

export async function putComputed(
  tx: Tx,
  { by, ...computed }: Omit<Computed, 'computedAt'> & { readonly by: Id<'account'> | null },
): Promise<void> {
  await tx
    .insertInto('outcome.legitimacy')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: computed.problem,
      version: computed.version,
      method: computed.method,
      inputs: JSON.stringify(computed.inputs),
      figures: JSON.stringify(computed.figures),
      input_hash: computed.inputHash,
      computed_by: by,
      computed_at: tx.now,
    })
    .execute()
}

/** The newest figures of every other case of the place, computed by the same method: to compare with, never to rank. */
export async function figuresElsewhere(
  read: Read,
  { problem, method }: Pick<Computed, 'problem' | 'method'>,
): Promise<readonly (readonly Figure[])[]> {
  const { rows } = await sql<Pick<Computed, 'figures'>>`
    select distinct on (l.problem_id) l.figures
    from outcome.legitimacy l
    where l.problem_id <> ${problem} and l.method = ${method}
    order by l.problem_id, l.version desc`.execute(read)
  return rows.map(({ figures }) => figures)
}
