import { randomBytes } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { SetUp, SetUpProfile } from './set-up-rules.ts'

type OfProblem = { readonly problem: Id<'problem'> }

const setUpsOf = listsBy(
  (setUp: SetUp & OfProblem) => setUp.problem,
  async (read, problems) => {
    const { rows } = await sql<SetUp & OfProblem>`
      select r.problem_id as problem, r.politicians, r.citizens, r.min_gender_share::float8 as "minGenderShare",
        r.is_one_per_household as "isOnePerHousehold", r.answer_days as "answerDays", r.forget_on as "forgetOn",
        r.confirmed_at as "confirmedAt",
        coalesce((
          select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'description', p.description,
            'criteria', to_jsonb(p.criteria), 'chosen', p.chosen, 'drawn', p.drawn,
            'isForOrganisations', p.is_for_organisations, 'keptFor', p.kept_for_id) order by p.position)
          from arena.recruited_profile p
          where p.jurisdiction_id = r.jurisdiction_id and p.problem_id = r.problem_id
        ), '[]') as profiles
      from arena.recruitment r
      where r.problem_id = any(${problems}::uuid[])`.execute(read)
    return rows
  },
)

/** How the group of this case is set up, once somebody has begun to. */
export async function setUpOf(read: Read, problem: Id<'problem'>): Promise<SetUp | undefined> {
  return (await setUpsOf(read, problem))[0]
}

/** What is saved again has to be confirmed again. */
export async function putSetUp(
  tx: Tx,
  problem: Id<'problem'>,
  { by, setUp }: { readonly by: Id<'account'>; readonly setUp: SetUp },
): Promise<void> {
  const words = {
    politicians: setUp.politicians,
    citizens: setUp.citizens,
    min_gender_share: setUp.minGenderShare,
    is_one_per_household: setUp.isOnePerHousehold,
    answer_days: setUp.answerDays,
    forget_on: setUp.forgetOn,
    saved_by: by,
    saved_at: tx.now,
    confirmed_by: null,
    confirmed_at: null,
  }
  await tx
    .insertInto('arena.recruitment')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, household_salt: randomBytes(32), ...words })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'problem_id']).doUpdateSet(words))
    .execute()
  await putProfiles(tx, problem, setUp.profiles)
}

async function putProfiles(tx: Tx, problem: Id<'problem'>, profiles: readonly SetUpProfile[]): Promise<void> {
  await tx.deleteFrom('arena.recruited_profile').where('problem_id', '=', problem).execute()
  if (profiles.length === 0) return
  await tx
    .insertInto('arena.recruited_profile')
    .values(
      profiles.map(({ criteria, isForOrganisations, keptFor, ...profile }, at) => ({
        jurisdiction_id: tx.jurisdiction,
        problem_id: problem,
        position: at + 1,
        criteria: [...criteria],
        is_for_organisations: isForOrganisations,
        kept_for_id: keptFor,
        ...profile,
      })),
    )
    .execute()
}

export async function confirmSetUp(tx: Tx, problem: Id<'problem'>, by: Id<'account'>): Promise<void> {
  await tx
    .updateTable('arena.recruitment')
    .set({ confirmed_by: by, confirmed_at: tx.now })
    .where('problem_id', '=', problem)
    .execute()
}
