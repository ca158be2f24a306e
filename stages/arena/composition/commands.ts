import { isStaff, type Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { charterFact } from '../../mandate/index.ts'
import { affectedActors } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import * as rules from './rules.ts'
import { keptFault, type KeptFault } from './kept-seats.ts'
import { beginning, lackingIn, openToAll, ruleOf, type SetUp, type SetUpProfile } from './set-up-rules.ts'
import * as store from './store.ts'

export type RuleInput = Pick<
  SetUp,
  'politicians' | 'citizens' | 'minGenderShare' | 'isOnePerHousehold' | 'answerDays'
> & { readonly slug: string; readonly forgetOn: Temporal.PlainDate }

/** Numbers, shares and days. What the mandate has fixed stays as the body adopted it. */
export function saveRule(
  database: Database,
  actor: Actor,
  { slug, ...input }: RuleInput,
): Promise<Result<null, Refusal<rules.SaveRuleRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const today = todayIn(await ownCalendar(tx), tx.now)
    const allowed = rules.saveRule(arena, input, { actor, today })
    if (!allowed.ok) return allowed
    const { mandate } = arena
    if (!mandate) return refuse('no-mandate')
    const setUp = {
      ...(arena.setUp ?? beginning(mandate)),
      ...input,
      politicians: mandate.politicians === null ? input.politicians : null,
      citizens: mandate.citizens === null ? input.citizens : null,
      minGenderShare: mandate.minGenderShare ?? input.minGenderShare,
    }
    await store.putSetUp(tx, problem.id, { by: allowed.value.account, setUp })
    await record(tx, {
      kind: 'arena.set-up-saved',
      problem: problem.id,
      public: { part: 'rule', isStaff: isStaff(actor) },
      time: 'exact',
    })
    return accept(null)
  })
}

/** Kept for nobody where nothing is said of it. */
export type NewProfile = Omit<SetUpProfile, keyof typeof openToAll> &
  Partial<Pick<SetUpProfile, keyof typeof openToAll>>

export type ProfilesInput = { readonly slug: string; readonly profiles: readonly NewProfile[] }

/** What seats are for. Profiles of the mandate keep their words; others may stand beside them. */
export function saveProfiles(
  database: Database,
  actor: Actor,
  { slug, profiles }: ProfilesInput,
): Promise<Result<null, Refusal<rules.PrepareRefusal | KeptFault>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const allowed = rules.prepare(arena, actor)
    if (!allowed.ok) return allowed
    const { mandate } = arena
    if (!mandate) return refuse('no-mandate')
    const whole = profiles.map((profile) => ({ ...openToAll, ...profile }))
    const affected = await affectedActors(tx, problem.id)
    const fault = whole.map((one) => keptFault(one, affected)).find((one) => one !== null)
    if (fault) return refuse(fault)
    const fixed = new Map(mandate.profiles.map(({ id, name, description }) => [id, { name, description }]))
    const setUp = {
      ...(arena.setUp ?? beginning(mandate)),
      profiles: whole.map((profile) => ({ ...profile, ...fixed.get(profile.id) })),
    }
    await store.putSetUp(tx, problem.id, { by: allowed.value.account, setUp })
    await record(tx, {
      kind: 'arena.set-up-saved',
      problem: problem.id,
      public: { part: 'profiles', isStaff: isStaff(actor) },
      time: 'exact',
    })
    return accept(null)
  })
}

/** From now on the call can be opened. */
export function confirmSetUp(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<null, Refusal<rules.ConfirmSetUpRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const { mandate, setUp } = arena
    const lacking = mandate && setUp ? lackingIn(mandate, setUp).length : 1
    const allowed = rules.confirmSetUp(arena, { lacking }, actor)
    if (!allowed.ok) return allowed
    if (!mandate || !setUp) return refuse('set-up-incomplete')
    await store.confirmSetUp(tx, problem.id, allowed.value.account)
    const { politicians, citizens, minGenderShare, profiles } = ruleOf(mandate, setUp)
    const numbers = new Map((await affectedActors(tx, problem.id)).map(({ id, number }) => [id, number]))
    await record(tx, {
      kind: 'arena.set-up-confirmed',
      problem: problem.id,
      public: {
        politicians,
        citizens,
        minGenderShare,
        profiles: profiles.map(({ name, criteria, chosen, drawn, isForOrganisations, keptFor }) => ({
          name,
          criteria,
          chosen,
          drawn,
          isForOrganisations,
          // By its number in the case: its name may be corrected.
          keptFor: keptFor === null ? null : (numbers.get(keptFor) ?? null),
        })),
        isOnePerHousehold: setUp.isOnePerHousehold,
        answerDays: setUp.answerDays,
        forgetOn: setUp.forgetOn?.toString() ?? null,
        by: actor.name,
        mandate: await charterFact(tx, mandate),
      },
      time: 'exact',
    })
    return accept(null)
  })
}
