import {
  Button,
  Details,
  DiffKey,
  diffWords,
  Form,
  Note,
  Prose,
  Row,
  Said,
  saidHere,
  Section,
  Sentence,
  StateTag,
  SummaryList,
  TextArea,
  WordDiff,
  type IconName,
  type TagColor,
} from '../../../ui/index.ts'
import type { FramingRow } from '../framing-store.ts'
import { BecameLink } from './became-link.tsx'
import { HiddenText } from './hidden-text.tsx'
import type { ProblemPageProps } from './problem-props.ts'
import { ReportThis } from './report-this.tsx'

const looks: Readonly<Record<FramingRow['state'], { readonly icon: IconName; readonly color: TagColor }>> = {
  current: { icon: 'agree', color: 'success' },
  proposed: { icon: 'clock', color: 'brand1' },
  earlier: { icon: 'empty', color: 'neutral' },
  declined: { icon: 'disagree', color: 'neutral' },
}

/** Every way the problem was put into words, the newest first, with reasons and answers (R2). */
export function Framings(props: ProblemPageProps) {
  const { say, framings } = props
  return (
    <Section id="framings" title={say('page.framings')}>
      <BodysWords {...props} />
      <ol class="fm-list" reversed>
        {[...framings].reverse().map((framing) => (
          <li id={`framing-${framing.number}`}>
            <Framing {...props} framing={framing} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Whose business the words are by now, and that a mandate keeps the words it was adopted on. */
function BodysWords({ reader, say, problem, business, framings }: ProblemPageProps) {
  const [first] = business
  if (!first) return null
  const current = framings.find(({ state }) => state === 'current')?.number ?? first.framing
  const values = { body: first.bodyName, number: first.framing, day: reader.time.day(first.since) }
  return (
    <Note icon="document">
      <p>{say(`page.business-${first.why}`, values)}</p>
      {first.why === 'mandate' && current !== first.framing ? (
        <p>
          {say('page.mandate-earlier', { ...values, current })}{' '}
          <a href={reader.to('mandate.page', { problem: problem.slug })}>{say('page.mandate-change')}</a>
        </p>
      ) : null}
    </Note>
  )
}

function Framing(props: ProblemPageProps & { readonly framing: FramingRow }) {
  const { reader, say, framing, authors, hidden, may } = props
  const stone = hidden.get(props.problem.id) ?? hidden.get(framing.id)
  const author = framing.proposedBy && authors.get(framing.proposedBy)
  const day = reader.time.day(framing.proposedAt)
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <span class="fm-mini">
          {say('page.framing-number', { number: framing.number })}
          {props.problem.source === null
            ? ` · ${framing.group ? say('page.framing-by-group', { group: framing.group.name, count: framing.group.backers, day }) : author?.name ? say('page.framing-by', { name: author.name, day }) : day}`
            : ''}
          {framing.number > 1 && props.problem.source === null ? ` · ${say(`kind.${framing.kind}`)}` : ''}
        </span>
        <StateTag {...looks[framing.state]}>{say(`page.framing-${framing.state}`)}</StateTag>
      </Row>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          <h3>
            <Said lang={framing.language}>{framing.question}</Said>
          </h3>
          {framing.reason ? (
            <p class="fm-small">
              <Sentence text={say('page.framing-reason', { reason: saidHere })}>
                <Said lang={framing.language}>{framing.reason}</Said>
              </Sentence>
            </p>
          ) : null}
          <Changes {...props} />
          {framing.state === 'current' ? null : (
            <Details summary={say('page.whole-version', { number: framing.number })}>
              <Prose text={framing.whatHappens} lang={framing.language} size="small" />
              <Prose text={framing.whoIsAffected} lang={framing.language} size="small" />
              {[framing.howOften, framing.sinceWhen, framing.tried, framing.place]
                .filter((text) => text !== '')
                .map((text) => (
                  <Prose text={text} lang={framing.language} size="small" />
                ))}
            </Details>
          )}
        </>
      )}
      {framing.answer ? <Answer {...props} /> : null}
      {may.answer && framing.state === 'proposed' ? <AnswerForm {...props} /> : null}
      {stone || framing.number === 1 ? null : (
        <BecameLink reader={reader} slug={props.problem.slug} thing={{ kind: 'framing', id: framing.id }} />
      )}
      {stone || props.problem.source !== null ? null : (
        <ReportThis
          reader={reader}
          say={say}
          thing={{ kind: 'framing', id: framing.id }}
          open={say('report.framing')}
          about={say('page.framing-number', { number: framing.number })}
        />
      )}
    </div>
  )
}

/** The answer, by whom, and as what: a politician's word is hers, not the body's. */
function Answer({ say, framing, authors }: ProblemPageProps & { readonly framing: FramingRow }) {
  const name = framing.answeredBy ? authors.get(framing.answeredBy)?.name : undefined
  const { answer, answerLanguage, answeredAs } = framing
  const values = { name: name ?? '', answer: saidHere }
  return (
    <p class="fm-small">
      <Sentence
        text={
          name && answeredAs ? say(`page.framing-answer-${answeredAs}`, values) : say('page.framing-answer', values)
        }
      >
        <Said lang={answerLanguage}>{answer}</Said>
      </Sentence>
    </p>
  )
}

/** What this version takes out of the one before it and puts in, word by word (R2). */
function Changes({ say, framings, framing, hidden }: ProblemPageProps & { readonly framing: FramingRow }) {
  const before = framings.findLast((one) => one.number < framing.number && one.state !== 'declined')
  if (!before || hidden.has(before.id)) return null
  const texts = [
    { term: say('new.question'), was: before.question, is: framing.question },
    { term: say('page.what'), was: before.whatHappens, is: framing.whatHappens },
    { term: say('page.who'), was: before.whoIsAffected, is: framing.whoIsAffected },
    { term: say('new.how-often'), was: before.howOften, is: framing.howOften },
    { term: say('new.since-when'), was: before.sinceWhen, is: framing.sinceWhen },
    { term: say('new.tried'), was: before.tried, is: framing.tried },
    { term: say('new.place'), was: before.place, is: framing.place },
    { term: say('new.point'), was: pointText(before), is: pointText(framing) },
  ].filter(({ was, is }) => was !== is)
  if (texts.length === 0) return null
  return (
    <Details summary={say('page.changes', { from: before.number, to: framing.number })}>
      <SummaryList
        rows={texts.map(({ term, was, is }) => ({
          term,
          value: <WordDiff parts={diffWords(was, is)} lang={framing.language} />,
        }))}
      />
      <DiffKey
        struck={say('diff.struck')}
        takenOut={say('diff.taken-out')}
        underlined={say('diff.underlined')}
        putIn={say('diff.put-in')}
      />
    </Details>
  )
}

function pointText({ point }: FramingRow): string {
  return point ? `${point.latitude}, ${point.longitude}` : ''
}

function AnswerForm({
  reader,
  say,
  problem,
  framing,
  errors,
  typed,
  may,
}: ProblemPageProps & { readonly framing: FramingRow }) {
  const title = say('answer.title', { number: framing.number })
  const mayAccept = framing.kind === 'words' || may.acceptAnother
  return (
    <Form action={reader.to('problem.answer-framing', { problem: problem.slug, number: framing.number })} label={title}>
      <TextArea
        name="reason"
        label={say('answer.reason')}
        rows={2}
        maxLength={2000}
        required
        typed={typed}
        errors={errors}
      />
      {mayAccept ? null : <p class="fm-small">{say('refused.others-support-it')}</p>}
      <div class="fm-act">
        {mayAccept ? (
          <Button name="answer" value="accept">
            {say('answer.accept')}
          </Button>
        ) : null}
        <Button name="answer" value="decline" variant="secondary">
          {say('answer.decline')}
        </Button>
      </div>
    </Form>
  )
}
