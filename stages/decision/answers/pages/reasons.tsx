import { stateIn, type Card } from '../../../../platform/thread/index.ts'
import {
  Columns,
  DiffPair,
  diffWords,
  Linked,
  Note,
  PromiseLine,
  Prose,
  Section,
  Stack,
  Trail,
} from '../../../../ui/index.ts'
import type { DecisionKey, SayDecision } from '../../messages/words.ts'
import { isAccepted, isProposed } from '../counting-rules.ts'
import { wordsToChange } from '../rules.ts'
import type { Answer as AnswerRow } from '../store.ts'
import { Earlier } from './earlier.tsx'
import type { RecommendationPageProps } from './recommendation-props.ts'
import { RepeatNote } from './repeat-note.tsx'

const coverNotes = {
  carried: null,
  lost: 'rec.lost-vote',
  changed: 'rec.changed-since-vote',
  none: 'rec.no-vote-yet',
} as const satisfies Record<AnswerRow['cover'], string | null>

/** Why the body answers so, which words it changed, when it meets those who wrote them, and what came after. */
export function Reasons(props: RecommendationPageProps & { readonly answer: AnswerRow }) {
  const { reader, say, item, answer, repeated, pack, problem, recommendation } = props
  const coverNote = pack.source === null && answer.kind !== 'park' ? coverNotes[answer.cover] : null
  const isPast = (day: Temporal.PlainDate): boolean => reader.time.daysLeft(day) < 0
  return (
    <>
      {answer.amendedText ? (
        <Amended
          say={say}
          original={wordsToChange(item.text, recommendation?.clauses ?? [])}
          amended={answer.amendedText}
          isProposed={isProposed(answer)}
        />
      ) : null}
      <Columns
        main={
          <Section id="why" title={say('rec.why')} level={3}>
            {answer.reason ? <Prose text={answer.reason} /> : <p>{reader.common('unknown')}</p>}
            <p class="fm-mini">{answeredLine(props)}</p>
            {repeated.length > 0 ? <RepeatNote {...{ reader, say, problem }} repeats={repeated} /> : null}
            {coverNote ? <Note icon="info">{say(coverNote)}</Note> : null}
          </Section>
        }
        aside={
          <Stack>
            {pack.meetingOn ? (
              <PromiseLine icon="people">
                {say(pack.source !== null ? 'rec.met-told' : isPast(pack.meetingOn) ? 'rec.met' : 'rec.meeting', {
                  day: reader.time.day(pack.meetingOn),
                })}
              </PromiseLine>
            ) : null}
            {pack.returnOn ? (
              <PromiseLine icon="calendar">
                {say(isPast(pack.returnOn) ? 'rec.returned' : 'rec.return', { day: reader.time.day(pack.returnOn) })}
              </PromiseLine>
            ) : null}
          </Stack>
        }
      />
      <After {...props} />
      <Earlier {...props} />
    </>
  )
}

function answeredLine({ reader, say, answer }: RecommendationPageProps & { readonly answer: AnswerRow }) {
  const day = answer.answeredAt
    ? say('rec.answered-on', { day: reader.time.day(answer.answeredAt) })
    : say('rec.answered-unknown')
  if (!answer.source) return <>{day}</>
  return (
    <>
      {day} {reader.common('source')}: <Linked text={answer.source} />
    </>
  )
}

/** The words as they came and as they are accepted, side by side. */
export function Amended({
  say,
  original,
  amended,
  isProposed: isOnlyProposed,
}: {
  readonly say: SayDecision
  readonly original: string
  readonly amended: string
  readonly isProposed: boolean
}) {
  return (
    <Section id="words" title={say(isOnlyProposed ? 'diff.title-proposed' : 'diff.title')} level={3}>
      <DiffPair
        parts={diffWords(original, amended)}
        before={say('diff.before')}
        after={say(isOnlyProposed ? 'diff.after-proposed' : 'diff.after')}
        words={{
          struck: say('diff.struck'),
          takenOut: say('diff.taken-out'),
          underlined: say('diff.underlined'),
          putIn: say('diff.put-in'),
        }}
      />
    </Section>
  )
}

const afterKinds: Readonly<Partial<Record<Card['thing']['kind'], DecisionKey>>> = {
  commitment: 'after.commitment',
  pledge: 'after.pledge',
  indicator: 'after.indicator',
  measurement: 'after.measurement',
}

/** What was promised and done after this answer; while nothing is, where it will stand. */
function After({
  reader,
  say,
  problem,
  pack,
  answer,
  after,
  placeHref,
}: RecommendationPageProps & { readonly answer: AnswerRow }) {
  const isAwaited = after.length === 0 && pack.source === null && isAccepted(answer.kind)
  if (after.length === 0 && !answer.followed && !isAwaited) return null
  return (
    <Section id="after" title={say('rec.after')} level={3}>
      {answer.followed ? <Prose text={answer.followed} /> : null}
      {isAwaited ? (
        <p>
          {say('rec.after-none')}{' '}
          <a href={reader.to('delivery.page', { problem: problem.slug })}>{say('rec.after-link')}</a>
        </p>
      ) : null}
      {after.length > 0 ? (
        <Trail
          steps={after.map((card) => ({
            kind: say(afterKinds[card.thing.kind] ?? 'rec.after'),
            title: card.title,
            href: `${placeHref}${card.path}`,
            state: stateIn(reader.lang, card),
          }))}
        />
      ) : null}
    </Section>
  )
}
