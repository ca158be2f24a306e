import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import {
  List,
  Said,
  saidHere,
  Section,
  Sentence,
  StateTag,
  type IconName,
  type TagColor,
} from '../../../../ui/index.ts'
import type { SayHandover } from '../messages/words.ts'
import type { HandoverOut } from '../store.ts'
import type { HandoverKind, OutState } from '../rules.ts'
import type { StepThere } from '../step-store.ts'
import { StoneThere } from './stone-there.tsx'

/** What was asked of one other place, with its name and, once it was taken up, its page there. */
export type AskedPlace = {
  readonly out: HandoverOut
  readonly place: string
  readonly href: string | null
  readonly isReasonHidden: boolean
  /** What it has come to there, the first one first. */
  readonly steps: readonly StepThere[]
}

/** What a problem's page shows of other levels. */
export type LevelsPartProps = {
  readonly reader: Reader
  readonly say: SayHandover
  readonly slug: string
  readonly language: string
  readonly came: {
    readonly kind: HandoverKind
    readonly place: string
    readonly by: string
    readonly at: Temporal.Instant
    readonly href: string
    /** What came from there has been hidden there. */
    readonly stone: Hidden | undefined
  } | null
  readonly asked: readonly AskedPlace[]
  readonly mayAsk: boolean
  readonly mayInvite: boolean
}

/** Where the problem came from, which other places were asked or invited, and what each answered; nothing where that is nothing. */
export function LevelsPart(props: LevelsPartProps) {
  const { reader, say, slug, came, asked, mayAsk, mayInvite } = props
  if (!came && asked.length === 0 && !mayAsk && !mayInvite) return null
  return (
    <Section id="levels" title={say('section.title')}>
      {came ? (
        <p>
          {say(came.kind === 'whole' ? 'section.came' : 'section.came-part', {
            place: came.place,
            name: came.by,
            day: reader.time.day(came.at),
          })}{' '}
          <a href={came.href}>{say('section.read-there', { place: came.place })}</a>
        </p>
      ) : null}
      {came?.stone ? (
        <StoneThere {...{ reader, say }} stone={came.stone} place={came.place} here={say('hidden.accepted')} />
      ) : null}
      <Asked {...props} kind="whole" />
      <Asked {...props} kind="part" />
      {mayAsk || mayInvite ? (
        <ul class="fm-list fm-list--tight">
          {mayAsk ? (
            <li>
              <a href={reader.to('problem.handing-over', { problem: slug })}>{say('section.ask')}</a>
            </li>
          ) : null}
          {mayInvite ? (
            <li>
              <a href={reader.to('problem.inviting-parts', { problem: slug })}>{say('section.invite')}</a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </Section>
  )
}

function Asked({ reader, say, asked, language, kind }: LevelsPartProps & { readonly kind: HandoverKind }) {
  const these = asked.filter(({ out }) => out.kind === kind)
  if (these.length === 0) return null
  const taken = these.filter(({ out }) => out.state === 'accepted').length
  const lead = kind === 'part' ? say('section.parts-figure', { taken, all: these.length }) : undefined
  return (
    <Section
      id={`levels-${kind}`}
      title={say(kind === 'part' ? 'section.parts' : 'section.whole')}
      level={3}
      size="mid"
      lead={lead}
    >
      <List
        items={these.map((one) => (
          <AskedLine {...{ reader, say, language, one }} />
        ))}
      />
    </Section>
  )
}

const looks: Readonly<Record<OutState, { readonly icon: IconName; readonly color: TagColor }>> = {
  sent: { icon: 'clock', color: 'neutral' },
  waits: { icon: 'clock', color: 'brand1' },
  accepted: { icon: 'agree', color: 'success' },
  declined: { icon: 'disagree', color: 'neutral' },
  stopped: { icon: 'disagree', color: 'neutral' },
}

type AskedLineProps = Pick<LevelsPartProps, 'reader' | 'say' | 'language'> & { readonly one: AskedPlace }

function AskedLine({ reader, say, language, one: { out, place, href, isReasonHidden, steps } }: AskedLineProps) {
  const asked = { place, day: reader.time.day(out.askedAt) }
  return (
    <div class="fm-stack fm-stack--2">
      <p>
        <StateTag {...looks[out.state]}>{say(`state.${out.state}`)}</StateTag>
      </p>
      <p>{say(out.kind === 'whole' ? 'section.asked' : 'section.invited', asked)}</p>
      {isReasonHidden ? (
        <p class="fm-small fm-muted">{say('section.hidden')}</p>
      ) : (
        <p class="fm-small" lang={language}>
          {out.reason}
        </p>
      )}
      <p class="fm-small">
        <Sentence text={stateWords({ reader, say, out })}>
          {out.answeredAt ? <Said lang={out.answerLanguage}>{out.answer}</Said> : null}
        </Sentence>
      </p>
      {steps.length > 0 ? (
        <ol class="fm-list fm-list--tight">
          {steps.map(({ step, at }) => (
            <li class="fm-small">{say(`onward.${step}`, { place, day: reader.time.day(at) })}</li>
          ))}
        </ol>
      ) : null}
      {href ? (
        <p class="fm-small">
          <a href={href}>{say('section.read-there', { place })}</a>
        </p>
      ) : null}
    </div>
  )
}

function stateWords({
  reader,
  say,
  out,
}: Pick<LevelsPartProps, 'reader' | 'say'> & { readonly out: HandoverOut }): string {
  const { time } = reader
  if (out.state === 'waits' && out.dueAt) {
    const deadline = time.deadline(out.dueAt)
    return time.daysLeft(out.dueAt) < 0
      ? say('section.late', { deadline })
      : say('section.waits', { left: time.left(out.dueAt), deadline })
  }
  if (out.state === 'accepted' || out.state === 'declined') {
    const day = out.answeredAt ? time.day(out.answeredAt) : reader.common('unknown')
    return say(`section.${out.state}`, {
      name: out.answeredByName || reader.common('unknown'),
      day,
      answer: saidHere,
    })
  }
  return say(out.state === 'stopped' ? 'section.stopped' : 'section.sent')
}
