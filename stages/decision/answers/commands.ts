import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { todayIn, type Jurisdiction } from '../../../platform/directory/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { tell } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { recommendationsOf } from '../../draft/index.ts'
import type { Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { inPackage, type PackageMissing } from '../in-package.ts'
import { nameBody } from '../referrals/commands.ts'
import { nameTarget, type NameRefusal, type Target } from '../referrals/rules.ts'
import { reasonsIn } from '../voting/standing.ts'
import type { AnswerKind } from './counting-rules.ts'
import { putRepeats } from './repeat-store.ts'
import { repeatsOf } from './repeats.ts'
import * as rules from './rules.ts'
import * as answerStore from './store.ts'

export type AnswerInput = rules.AnswerWords & {
  readonly slug: string
  readonly number: number
  readonly place: Jurisdiction
  /** She has read that her reason is nearly that of another answer, and gives it all the same. */
  readonly again?: boolean
  /** The version of the answer her form showed, 0 for none; absent where no form was read. */
  readonly seen?: number | null
  /** The id of the body it is passed on to, as the form brings it, and those that can be named; absent where nobody inside is. */
  readonly referBody?: string
  readonly targets?: readonly Target[]
}

type AnsweringRefusal =
  | rules.AnswerRefusal
  | NameRefusal
  | PackageMissing
  | 'no-such-item'
  | 'answered-meanwhile'
  | 'answer-unchanged'
  | 'repeats-another'

export async function giveAnswer(
  database: Database,
  actor: Actor,
  { slug, number, place, again = false, seen = null, referBody = '', targets = [], ...words }: AnswerInput,
): Promise<Result<null, AnsweringRefusal>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const items = await answerStore.itemsOf(tx, [pack.id])
    const item = items.find((one) => one.number === number)
    if (!item) return refuse('no-such-item')
    const [now, recommendations] = await Promise.all([clock(tx), recommendationsOf(tx, problem.id)])
    const clauses = recommendations.find(({ id }) => id === item.recommendation)?.clauses ?? []
    const state: rules.AnswerState = {
      pack,
      original: rules.wordsToChange(item.text, clauses),
      current: item.answer?.kind,
      cover: item.answer?.cover ?? 'none',
      today: todayIn(place, now),
    }
    const body = words.kind === 'refer' ? referBody : ''
    const named = nameTarget({ own: pack.body, targets, body, outside: words.referTo })
    if (!named.ok) {
      const may = rules.mayAnswerHere(state, actor)
      return may.ok ? named : may
    }
    const target = named.value
    const answering = rules.answer(state, target ? { ...words, referTo: target.name } : words, actor)
    if (!answering.ok) return answering
    const { by, words: kept } = answering.value
    const replacing = rules.replaceAnswer(item.answer, { seen, person: by.person, words: kept })
    if (!replacing.ok) return replacing
    const repeats = repeatsOf({ number, reason: kept.reason }, reasonsIn(items))
    if (repeats.length > 0 && !again) return refuse('repeats-another')
    const { id, version } = await answerStore.putAnswer(tx, item, {
      ...kept,
      person: by.person,
      account: by.account,
      at: now,
      onDay: null,
      followed: '',
      source: null,
    })
    await putRepeats(tx, { id, version }, { repeats, items })
    await link(tx, { kind: 'answer', id }, 'answers', { kind: 'recommendation', id: item.recommendation })
    if (target) await nameBody(tx, { answer: id, version, target })
    await record(tx, {
      kind: 'decision.answered',
      problem: problem.id,
      public: {
        number,
        version,
        person: by.person,
        ...asJson(kept),
        ...(target ? { referBody: target.body } : {}),
        ...(repeats.length === 0 ? {} : { nearlyTheSameAs: repeats.map((repeat) => repeat.number) }),
      },
      time: 'exact',
    })
    await tellUpstream(tx, { problem, item, answer: id, kind: kept.kind, isFirst: version === 1, except: by.account })
    return accept(null)
  })
}

function asJson(words: rules.AnswerWords) {
  return {
    answer: words.kind,
    reason: words.reason,
    ...(words.amendedText === '' ? {} : { amendedText: words.amendedText }),
    ...(words.referBy === null ? {} : { referTo: words.referTo, referBy: words.referBy.toString() }),
    ...(words.parkUntil === null ? {} : { parkUntil: words.parkUntil.toString() }),
  }
}

type Answered = {
  readonly problem: Problem
  readonly item: answerStore.Item
  readonly answer: Id<'answer'>
  readonly kind: AnswerKind
  readonly isFirst: boolean
  readonly except: Id<'account'>
}

/** Everybody whose words led to this recommendation hears what became of it. */
async function tellUpstream(tx: Tx, { problem, item, answer, kind, isFirst, except }: Answered): Promise<void> {
  await tell(tx, {
    about: { kind: 'answer', id: answer },
    stage: 'decision',
    message: isFirst ? `told.${kind}` : 'told.revised',
    values: { number: item.number, title: await unlessHidden(tx, item.recommendation, item.title) },
    address: 'decision.recommendation',
    params: { problem: problem.slug, number: item.number },
    isResult: true,
    except,
  })
}
