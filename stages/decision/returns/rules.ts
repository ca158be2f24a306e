import { holdsIn, isSignedIn, isStaff, type Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { mayChairBody, type PackageState, type Signer, type ToldKind } from '../rules.ts'

export const mayReturn = mayChairBody

export type Standing = { readonly number: number; readonly kind: ToldKind | undefined }

/** What the body has not settled by itself: of each it says what became of it. */
export function toAccountFor<One extends Standing>(standing: readonly One[]): readonly One[] {
  return standing.filter(({ kind }) => kind === 'park' || kind === 'refer')
}

export type ReturnState = {
  readonly pack: PackageState
  readonly today: Temporal.PlainDate
  readonly isReported: boolean
  readonly standing: readonly Standing[]
}

export type ReturnWords = {
  readonly heldOn: Temporal.PlainDate
  readonly words: string
  /** What became of each parked or referred recommendation, by number. */
  readonly items: ReadonlyMap<number, string>
}

export type MayReturnRefusal = 'staff-never' | 'only-body-chair' | 'dates-missing' | 'reported-already' | 'not-yet'
export type ReturnRefusal = MayReturnRefusal | 'return-to-come' | 'return-before-meeting' | 'item-words-missing'

/** The chair of the body says once what came of it, when the day has come (R34, R35). Told cases say what their source says. */
export function mayReturnHere(
  { pack, today, isReported }: Pick<ReturnState, 'pack' | 'today' | 'isReported'>,
  actor: Actor,
): Result<Signer, MayReturnRefusal> {
  if (isStaff(actor)) return refuse('staff-never')
  const { person } = actor
  if (!isSignedIn(actor) || person === null || pack.body === null || !holdsIn(actor, pack.body, 'body-chair'))
    return refuse('only-body-chair')
  if (pack.source !== null || pack.meetingOn === null || pack.returnOn === null) return refuse('dates-missing')
  if (isReported) return refuse('reported-already')
  return Temporal.PlainDate.compare(today, pack.meetingOn) <= 0 ? refuse('not-yet') : accept({ ...actor, person })
}

export type Return = { readonly by: Signer; readonly items: ReadonlyMap<number, string> }

/** Words on what is settled are not kept: they would say nothing the answer does not. */
export function holdReturn(state: ReturnState, words: ReturnWords, actor: Actor): Result<Return, ReturnRefusal> {
  const signer = mayReturnHere(state, actor)
  if (!signer.ok) return signer
  if (Temporal.PlainDate.compare(words.heldOn, state.today) > 0) return refuse('return-to-come')
  const { meetingOn } = state.pack
  if (meetingOn === null || Temporal.PlainDate.compare(words.heldOn, meetingOn) <= 0)
    return refuse('return-before-meeting')
  const items = new Map(toAccountFor(state.standing).map(({ number }) => [number, words.items.get(number) ?? '']))
  return [...items.values()].includes('') ? refuse('item-words-missing') : accept({ by: signer.value, items })
}
