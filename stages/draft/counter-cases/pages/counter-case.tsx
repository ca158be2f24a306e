import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  DateField,
  Details,
  Form,
  Note,
  Prose,
  Quote,
  Radios,
  Row,
  Section,
  Select,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import { Author, HiddenText, langOf, Report } from '../../pages/parts.tsx'
import { counterCaseWords } from '../messages/words.ts'
import type { CounterCase } from '../store.ts'

export type CounterCaseProps = {
  readonly reader: Reader
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly number: number
  readonly counter: CounterCase | undefined
  readonly stone: Tombstone | undefined
  readonly advocates: ReadonlyMap<Id<'account'>, Byline>
  /** Everybody agrees, and nobody has argued the other side (F15). */
  readonly isUnargued: boolean
  /** The text was handed over: nobody can be asked any more. */
  readonly isFrozen: boolean
  readonly mayAsk: boolean
  readonly mayWrite: boolean
  readonly members: readonly { readonly value: string; readonly label: string }[]
  readonly errors: Errors
  readonly typed: Typed
}

/** The strongest case against, beside the recommendation; who was asked, by when, and what was said before it was read. */
export function CounterCasePart(props: CounterCaseProps) {
  const { reader, counter, isUnargued, mayAsk } = props
  const say = counterCaseWords.say(reader.lang)
  if (!counter && !isUnargued && !mayAsk) return null
  return (
    <Section id="counter-case" title={say('title')}>
      {isUnargued ? (
        <Note icon="info">
          <p>
            <strong>{say(props.isFrozen ? 'warning-past' : counter ? 'warning-asked' : 'warning')}</strong>
          </p>
        </Note>
      ) : null}
      {counter ? <Asked {...props} counter={counter} /> : null}
      {mayAsk ? <Ask {...props} /> : null}
      {props.mayWrite ? <Write {...props} /> : null}
    </Section>
  )
}

function Asked({ reader, sayDraft, counter, stone, advocates }: CounterCaseProps & { readonly counter: CounterCase }) {
  const say = counterCaseWords.say(reader.lang)
  const { how, seed, dueOn, text, writtenAt, revision, standsBefore, language } = counter
  return (
    <>
      <p>{say(`asked.${how}`, { seed, day: reader.time.weekday(dueOn) })}</p>
      <Row>
        {counter.advocates.map((account) => (
          <Author reader={reader} author={advocates.get(account)} />
        ))}
      </Row>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : text === null || writtenAt === null ? (
        <p>{say('waiting')}</p>
      ) : (
        <>
          <Quote lang={langOf(language)}>
            <Prose text={text} />
          </Quote>
          <p class="fm-mini">{say('written', { day: reader.time.day(writtenAt), revision })}</p>
          {standsBefore > 0 ? (
            <Note icon="info">
              <p>{say('before', { count: standsBefore })}</p>
            </Note>
          ) : null}
          {reader.actor.account ? (
            <Report reader={reader} say={sayDraft} kind="counter-case" id={counter.id} about={say('title')} />
          ) : null}
        </>
      )}
    </>
  )
}

function Ask({ reader, slug, number, members, errors, typed }: CounterCaseProps) {
  const say = counterCaseWords.say(reader.lang)
  const isMine = Object.hasOwn(typed, 'how')
  const kept = { errors: isMine ? errors : [], typed: isMine ? typed : undefined }
  return (
    <Details summary={say('ask')} isOpen={isMine && errors.length > 0}>
      <p class="fm-small">{say('lead')}</p>
      <Form action={reader.to('draft.ask-counter-case', { problem: slug, number })} label={say('ask')}>
        <Radios
          name="how"
          label={say('how')}
          value="drawn"
          options={(['drawn', 'asked'] as const).map((how) => ({ value: how, label: say(`how.${how}`) }))}
          required
          {...kept}
        />
        <Select name="first" label={say('first')} none="–" options={members} isUnmarked {...kept} />
        <Select name="second" label={say('second')} none="–" options={members} isUnmarked {...kept} />
        <DateField name="due" label={say('due')} required {...kept} />
        <Button>{say('send')}</Button>
      </Form>
    </Details>
  )
}

function Write({ reader, slug, number, counter, errors, typed }: CounterCaseProps) {
  const say = counterCaseWords.say(reader.lang)
  const isMine = Object.hasOwn(typed, 'counter')
  return (
    <Form action={reader.to('draft.write-counter-case', { problem: slug, number })} label={say('text')}>
      <TextArea
        name="counter"
        label={say('text')}
        help={say('text-help')}
        value={counter?.text ?? ''}
        rows={6}
        maxLength={4000}
        required
        errors={isMine ? errors : []}
        typed={isMine ? typed : undefined}
      />
      <Button variant="secondary">{say('write')}</Button>
    </Form>
  )
}
