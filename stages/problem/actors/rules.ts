import { isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayNameActor: Policy = whoever('resident', 'organisation', 'member', 'politician', 'clerk', 'facilitator')

/** What an actor can be: no person is one. */
export const namedKinds = ['people', 'association', 'firm', 'office'] as const
/** Of a told case, and of what was named before this was asked, nobody may know. */
export const kinds = [...namedKinds, 'other'] as const
export const relations = ['affected', 'relevant', 'both'] as const
export const amounts = ['a-lot', 'somewhat', 'little', 'unknown'] as const
export const resources = ['money', 'rooms', 'hands', 'data', 'contacts', 'authority'] as const
export const standings = ['takes-part', 'heard', 'not-heard', 'unknown'] as const

/** What is said of a group, association, firm or office in one case. */
export type ActorWords = {
  readonly name: string
  readonly kind: (typeof kinds)[number]
  readonly relation: (typeof relations)[number]
  /** How it is affected, or what it has to do with the problem. */
  readonly how: string
  /** How much it is affected; of one that only can help it says nothing. */
  readonly howMuch: (typeof amounts)[number]
  readonly knowledge: string
  readonly resources: readonly (typeof resources)[number][]
  readonly resourceWords: string
  readonly standing: (typeof standings)[number]
  /** What was done to reach it. */
  readonly reached: string
}

/** Of what nobody has said more. */
export const nothingMore = {
  kind: 'other',
  howMuch: 'unknown',
  knowledge: '',
  resources: [],
  resourceWords: '',
  standing: 'unknown',
  reached: '',
} as const satisfies Partial<ActorWords>

export type NameRefusal = 'not-allowed' | 'kind-needed'

export function nameActor(words: Pick<ActorWords, 'kind'>, actor: Actor): Result<SignedIn, NameRefusal> {
  if (!isSignedIn(actor) || !mayNameActor.allows(actor)) return refuse('not-allowed')
  if (words.kind === 'other') return refuse('kind-needed')
  return accept(actor)
}

export type CorrectRefusal = NameRefusal | 'hidden-now' | 'reason-needed' | 'nothing-changed'

export function correctActor(
  before: { readonly words: ActorWords; readonly isHidden: boolean },
  words: ActorWords,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Result<SignedIn, CorrectRefusal> {
  const allowed = nameActor(words, actor)
  if (!allowed.ok) return allowed
  if (before.isHidden) return refuse('hidden-now')
  if (isSame(before.words, words)) return refuse('nothing-changed')
  if (reason === '') return refuse('reason-needed')
  return allowed
}

function isSame(one: ActorWords, other: ActorWords): boolean {
  const plain = (words: ActorWords): string =>
    JSON.stringify([
      words.name,
      words.kind,
      words.relation,
      words.how,
      words.howMuch,
      words.knowledge,
      [...words.resources].sort(),
      words.resourceWords,
      words.standing,
      words.reached,
    ])
  return plain(one) === plain(other)
}
