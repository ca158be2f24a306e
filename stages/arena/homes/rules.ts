import { holds, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/**
 * One person of a home at most: whose home it is must be known. Anybody can type the address of somebody else, and would lower
 * her chance by it. So an address binds nobody until the clerk has looked up in the register who lives there: those who do are one
 * home, each of the others counts for herself. No seat is given and no list locked over an address that nobody has looked up.
 */

/** Only the clerk can look into the register. */
export const mayLookUp: Policy = whoever('clerk')

/** One application, as far as homes go. */
type Asking = {
  readonly state: 'waiting' | 'selected' | 'not-selected' | 'withdrawn'
  /** The same for two who gave the same address. */
  readonly address: string | null
  /** What the clerk found; null where nobody has looked. */
  readonly livesThere: boolean | null
}

/** Those who gave the same address, two or more of them. */
export function sharedAddresses<One extends Asking>(applications: readonly One[]): readonly (readonly One[])[] {
  const given = applications.filter(({ state, address }) => state !== 'withdrawn' && address !== null)
  return [...Map.groupBy(given, ({ address }) => address).values()].filter((all) => all.length > 1)
}

/** So many of them can sit together: of each home one, and everybody whose home nobody asked for. */
export function homesIn(people: readonly { readonly household: string | null }[]): number {
  const homes = new Set(people.flatMap(({ household }) => (household === null ? [] : [household])))
  return homes.size + people.filter(({ household }) => household === null).length
}

/** Those who gave an address others gave too, of whom somebody has not been looked up yet. */
export function notLookedUp<One extends Asking>(applications: readonly One[]): readonly One[] {
  return sharedAddresses(applications)
    .filter((all) => all.some(({ livesThere }) => livesThere === null))
    .flat()
}

export type LookUpRefusal = 'only-the-clerk' | 'no-such-address' | 'group-confirmed'

/** `shared`: who gave the address together with the one named, as it stands under the lock. */
export function lookUpHome(
  { isConfirmed }: { readonly isConfirmed: boolean },
  shared: readonly Asking[] | undefined,
  actor: Actor,
): Result<SignedIn, LookUpRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk')) return refuse('only-the-clerk')
  if (isConfirmed) return refuse('group-confirmed')
  return shared ? accept(actor) : refuse('no-such-address')
}
