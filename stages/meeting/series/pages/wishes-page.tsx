import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  DateField,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  List,
  Prose,
  Radios,
  Row,
  Section,
  Select,
  StateTag,
  TextArea,
  TimeField,
  type Errors,
  type Typed,
  Said,
} from '../../../../ui/index.ts'
import { HiddenText } from '../../pages/hidden-text.tsx'
import { spanLine } from '../../pages/lines.ts'
import { ReportThis } from '../../pages/report-this.tsx'
import type { Meeting } from '../../store.ts'
import type { SaySeries } from '../messages/words.ts'
import type { WishKind } from '../rules.ts'
import type { WishRow } from '../store.ts'

export type WishesPageProps = {
  readonly reader: Reader
  readonly say: SaySeries
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly wishes: readonly WishRow[]
  readonly meetings: readonly Meeting[]
  readonly coming: readonly Meeting[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly zone: string
  readonly errors: Errors
  readonly typed: Typed
  /** The wish whose answer came back with an error. */
  readonly answering: number | null
  readonly mayWish: boolean
  readonly mayAnswer: (kind: WishKind) => boolean
}

/** What members would have otherwise, and what became of it. */
export function WishesPage(props: WishesPageProps) {
  const { reader, say, problem, wishes, errors, mayWish } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('wish.title')}
        lead={say('wish.lead')}
      />
      <Section id="wishes" title={say('wish.list')}>
        {wishes.length === 0 ? (
          <Empty title={say('wish.none')}>
            <p>{say('wish.none-next')}</p>
          </Empty>
        ) : (
          <List
            items={wishes.map((wish) => (
              <Wish {...props} wish={wish} />
            ))}
          />
        )}
      </Section>
      {mayWish ? <WishForm {...props} /> : null}
    </>
  )
}

const looks = {
  open: { icon: 'clock', color: 'info' },
  granted: { icon: 'agree', color: 'success' },
  declined: { icon: 'disagree', color: 'warning' },
} as const

function Wish(props: WishesPageProps & { readonly wish: WishRow }) {
  const { reader, say, problem, wish, authors, hidden, mayAnswer } = props
  const stone = hidden.get(wish.id)
  return (
    <div class="fm-stack fm-stack--2" id={`wish-${wish.number}`}>
      <Row isSpread>
        <h3>{whatOf(props)}</h3>
        <StateTag {...looks[wish.state]}>{say(`wish.${wish.state}`)}</StateTag>
      </Row>
      <p class="fm-mini">
        {say('wish.by', {
          name: authors.get(wish.by)?.name || reader.common('role.resident'),
          day: reader.time.day(wish.at),
        })}
      </p>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <Prose text={wish.words} lang={problem.language} size="small" />
      )}
      {wish.state === 'open' ? (
        <p class="fm-mini">{say(wish.kind === 'move' ? 'wish.needs-run' : 'wish.needs-chair')}</p>
      ) : wish.answer === '' ? null : (
        <p class="fm-small">{say('wish.reason', { reason: wish.answer })}</p>
      )}
      {stone ? null : <ReportThis reader={reader} thing={{ kind: 'wish', id: wish.id }} about={whatOf(props)} />}
      {wish.state === 'open' && mayAnswer(wish.kind) ? <AnswerForm {...props} /> : null}
    </div>
  )
}

function whatOf({ reader, say, wish, meetings }: WishesPageProps & { readonly wish: WishRow }): string {
  const meeting = meetings.find(({ id }) => id === wish.meeting)?.number ?? 0
  if (wish.kind === 'drop' || !wish.startsAt || !wish.endsAt) return say('wish.drop', { meeting })
  const when = spanLine(reader, { startsAt: wish.startsAt, endsAt: wish.endsAt })
  return wish.kind === 'move' ? say('wish.move', { meeting, when }) : say('wish.add', { when })
}

function AnswerForm({
  reader,
  say,
  problem,
  wish,
  errors,
  typed,
  answering,
}: WishesPageProps & { readonly wish: WishRow }) {
  const { number } = wish
  const isOurs = answering === number
  const within = String(number)
  return (
    <Details summary={say('wish.answer', { number })} isOpen={isOurs}>
      <Form
        action={reader.to('meeting.answer-wish', { problem: problem.slug, number })}
        label={say('wish.answer', { number })}
      >
        <TextArea
          name="reason"
          label={say('wish.answer-reason')}
          rows={2}
          maxLength={1000}
          within={within}
          typed={isOurs ? typed : {}}
          errors={isOurs ? errors : []}
        />
        <div class="fm-act">
          <Button name="answer" value="grant">
            {say('wish.grant', { number })}
          </Button>
          <Button name="answer" value="decline" variant="secondary">
            {say('wish.decline', { number })}
          </Button>
        </div>
      </Form>
    </Details>
  )
}

function WishForm({ reader, say, problem, coming, zone, errors, typed, answering }: WishesPageProps) {
  const kept = answering === null ? { typed, errors } : {}
  return (
    <Section id="new" title={say('wish.new')}>
      <Form action={reader.to('meeting.wish', { problem: problem.slug })} labelledBy="new">
        <Radios
          name="kind"
          label={say('wish.kind')}
          options={(['move', 'drop', 'add'] as const).map((value) => ({ value, label: say(`wish.kind-${value}`) }))}
          required
          {...kept}
        />
        <Select
          name="meeting"
          label={say('wish.which')}
          none={say('wish.which-none')}
          options={coming.map(({ number, title }) => ({
            value: String(number),
            label: say('wish.option', { number, title }),
          }))}
          isUnmarked
          {...kept}
        />
        <DateField name="day" label={say('lay.day')} help={say('wish.day-help')} isUnmarked {...kept} />
        <TimeField name="starts" label={say('lay.starts')} help={say('lay.zone', { zone })} isUnmarked {...kept} />
        <TimeField name="ends" label={say('lay.ends')} isUnmarked {...kept} />
        <TextArea name="words" label={say('wish.words')} rows={3} maxLength={1000} required {...kept} />
        <Button>{say('wish.send')}</Button>
      </Form>
    </Section>
  )
}
