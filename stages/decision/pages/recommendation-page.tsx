import {
  Answer,
  ButtonLink,
  Columns,
  DiffPair,
  diffWords,
  Head,
  Linked,
  Note,
  Pager,
  Pips,
  PromiseLine,
  Prose,
  Quote,
  Section,
  Stack,
  TraceChip,
  TraceRow,
  Trail,
} from '../../../ui/index.ts'
import { stateIn, type Card } from '../../../platform/thread/index.ts'
import type { DecisionKey, SayDecision } from '../messages/words.ts'
import { isAccepted, isProposed } from '../rules.ts'
import type { Answer as AnswerRow, Item } from '../answer-store.ts'
import { wordsOf } from './answering-page.tsx'
import { Earlier } from './earlier.tsx'
import { Clauses } from './recommended.tsx'
import { answerWords, bigLooks, PackageClock, Signer } from './parts.tsx'
import { VoteRecord } from './votes.tsx'
import type { RecommendationPageProps } from './recommendation-props.ts'

/** One recommendation and, under it, the body's answer, big. */
export function RecommendationPage(props: RecommendationPageProps) {
  const { reader, say, item, items, problem, recommendation } = props
  return (
    <>
      <article class="fm-stack fm-rec">
        <Head eyebrow={eyebrow(props)} title={item.title} />
        <Columns
          main={
            <Stack gap="6">
              {item.text ? (
                <blockquote class="fm-rectext">
                  <Prose text={item.text} lang={problem.language} />
                </blockquote>
              ) : null}
              {recommendation && recommendation.clauses.length > 0 ? null : <MadeFrom {...props} />}
            </Stack>
          }
          aside={
            <Section id="agreement" title={say('rec.agreement')} size="aside">
              <Voices {...props} />
            </Section>
          }
        />
        <Clauses
          reader={reader}
          say={say}
          slug={problem.slug}
          language={problem.language}
          recommendation={recommendation}
          level={2}
        />
        {recommendation?.minorityText ? (
          <Section id="minority" title={say('rec.minority')} size="aside">
            <Quote>
              <Prose text={recommendation.minorityText} />
            </Quote>
          </Section>
        ) : null}
      </article>
      <TheAnswer {...props} />
      <Pager
        label={say('rec.pager')}
        before={neighbour(props, items[items.indexOf(item) - 1])}
        here={{ text: say('rec.all'), href: reader.to('decision.page', { problem: problem.slug }) }}
        after={neighbour(props, items[items.indexOf(item) + 1])}
      />
    </>
  )
}

/** One sign a member, where the members said it here. */
function Voices({ recommendation, agreement }: RecommendationPageProps) {
  if (!recommendation || recommendation.source !== null || recommendation.voices.members === 0)
    return <p class="fm-small">{agreement}</p>
  const { agree, disagree, members } = recommendation.voices
  return <Pips label={agreement} agree={agree} disagree={disagree} silent={Math.max(0, members - agree - disagree)} />
}

function eyebrow({ reader, say, item, items, pack }: RecommendationPageProps): string {
  const values = { number: item.number, count: items.length }
  return pack.handedAt
    ? say('rec.eyebrow', { ...values, day: reader.time.day(pack.handedAt) })
    : say('rec.eyebrow-unknown', values)
}

function neighbour({ reader, say, problem }: RecommendationPageProps, item: Item | undefined) {
  if (!item) return undefined
  return {
    text: say('item.title', { number: item.number, title: item.title }),
    href: reader.to('decision.recommendation', { problem: problem.slug, number: item.number }),
  }
}

function MadeFrom({ reader, say, problem, item, contributions }: RecommendationPageProps) {
  return (
    <TraceRow label={say('rec.made-from')}>
      <TraceChip href={reader.to('draft.recommendation', { problem: problem.slug, number: item.number })}>
        {say('rec.contributions', { count: contributions })}
      </TraceChip>
    </TraceRow>
  )
}

function TheAnswer(props: RecommendationPageProps) {
  const { reader, say, item, problem, pack, now, people, mayAnswer, votes } = props
  const { answer } = item
  const look = isProposed(answer) ? bigLooks.waiting : bigLooks[answer?.kind ?? 'waiting']
  const press = mayAnswer ? (
    <p>
      <ButtonLink href={reader.to('decision.answering', { problem: problem.slug, number: item.number })}>
        {say(answer ? 'rec.revise' : 'rec.answer', { number: item.number })}
      </ButtonLink>
    </p>
  ) : null
  const facts = [
    answer?.person ? <Signer reader={reader} person={people.get(answer.person)} /> : null,
    pack.source === null ? (
      <PackageClock reader={reader} say={say} pack={pack} now={now} answeredAt={answer?.answeredAt ?? null} />
    ) : null,
    ...votes
      .filter((vote) => vote.confirmedAt !== null)
      .map((vote) => <VoteRecord reader={reader} say={say} vote={vote} />),
  ].filter((fact) => fact !== null)
  return (
    <Answer
      id="answer"
      kind={look}
      eyebrow={say('page.title')}
      title={answerWords(say, answer)}
      lead={lead(props)}
      facts={facts}
    >
      {answer ? <Reasons {...props} answer={answer} /> : null}
      {press}
    </Answer>
  )
}

/** What the state means, in one sentence. */
function lead({ reader, say, item, pack }: RecommendationPageProps): string {
  const { answer } = item
  const day = (on: Temporal.PlainDate | null): string => (on ? reader.time.weekday(on) : reader.common('unknown'))
  if (!answer) return say('lead.waiting')
  // What a source tells in the past promises nothing here.
  if (pack.source !== null) return say(`lead-told.${answer.kind}`, { to: answer.referTo || reader.common('unknown') })
  if (isProposed(answer))
    return say(`lead-proposed.${answer.kind}`, {
      to: answer.referTo || reader.common('unknown'),
      day: day(answer.referBy),
    })
  switch (answer.kind) {
    case 'refer':
      return say('lead.refer', { to: answer.referTo || reader.common('unknown'), day: day(answer.referBy) })
    case 'park':
      return say('lead.park', { day: day(answer.parkUntil) })
    default:
      return say(`lead.${answer.kind}`)
  }
}

const coverNotes = {
  carried: null,
  lost: 'rec.lost-vote',
  changed: 'rec.changed-since-vote',
  none: 'rec.no-vote-yet',
} as const satisfies Record<AnswerRow['cover'], string | null>

function Reasons(props: RecommendationPageProps & { readonly answer: AnswerRow }) {
  const { reader, say, item, answer, repeated, pack, recommendation } = props
  const coverNote = pack.source === null && answer.kind !== 'park' ? coverNotes[answer.cover] : null
  const isPast = (day: Temporal.PlainDate): boolean => reader.time.daysLeft(day) < 0
  return (
    <>
      {answer.amendedText ? (
        <Amended
          say={say}
          original={wordsOf(item, recommendation)}
          amended={answer.amendedText}
          isProposed={isProposed(answer)}
        />
      ) : null}
      <Columns
        main={
          <Section id="why" title={say('rec.why')} level={3}>
            {answer.reason ? <Prose text={answer.reason} /> : <p>{reader.common('unknown')}</p>}
            <p class="fm-mini">{answeredLine(props)}</p>
            {repeated.length > 0 ? (
              <Note icon="info">{say('item.repeated', { numbers: repeated.join(', ') })}</Note>
            ) : null}
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

function Amended({
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
