import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Clock,
  ErrorSummary,
  FactList,
  Form,
  Head,
  List,
  Note,
  Prose,
  Said,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { profileName, type Arena } from '../../arena.ts'
import type { SayAcceptance } from '../messages/words.ts'
import type { Offer } from '../store.ts'

export type OfferPageProps = {
  readonly say: SayAcceptance
  readonly reader: Reader
  readonly problem: Problem
  readonly arena: Arena
  readonly offer: Offer
  readonly chosenBy: string
  readonly errors: Errors
  readonly typed: Typed
}

/** Why I was chosen, what I say yes to, and until when. */
export function OfferPage(props: OfferPageProps) {
  const { say, reader, problem, arena, offer, errors } = props
  const isWaiting = offer.state === 'waiting'
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('offer.title')}
        lead={say(`offer.state-${offer.state}`)}
      />
      {isWaiting ? <Until {...props} /> : null}
      <Section id="why" title={say(offer.way === 'drawn' ? 'offer.why-drawn' : 'offer.why')} size="mid">
        <Prose text={offer.reason} />
        {offer.criteria.length > 0 ? <List items={offer.criteria} /> : null}
        <FactList rows={rowsOf(props)} />
      </Section>
      {isWaiting ? (
        <>
          <Note icon="info">
            <p>{say('offer.public')}</p>
          </Note>
          <Answer {...props} />
        </>
      ) : null}
      <p>
        <a class="fm-link" href={reader.to('arena.people', { problem: problem.slug })}>
          {say('offer.back')}
        </a>
      </p>
    </>
  )

  function rowsOf({ chosenBy }: OfferPageProps) {
    const { mandate } = arena
    return [
      { term: say('offer.seat'), value: profileName(arena, offer.profile) || say('offer.politician') },
      ...(offer.isChair ? [{ term: say('offer.chair'), value: say('offer.chair-yes') }] : []),
      ...(offer.way === 'drawn' ? [] : [{ term: say('offer.chosen-by'), value: chosenBy }]),
      ...(mandate?.meetings ? [{ term: say('offer.meetings'), value: String(mandate.meetings) }] : []),
      ...(mandate?.startsOn ? [{ term: say('offer.begins'), value: reader.time.day(mandate.startsOn) }] : []),
      ...(mandate?.endsOn ? [{ term: say('offer.ends'), value: reader.time.day(mandate.endsOn) }] : []),
    ]
  }
}

const soonDays = 2

function Until({ say, reader, offer }: OfferPageProps) {
  const days = reader.time.daysLeft(offer.answerBy)
  return (
    <Clock
      state={days === 0 ? 'today' : days <= soonDays ? 'soon' : 'ok'}
      number={String(days)}
      words={say('offer.left', { left: reader.time.left(offer.answerBy) })}
      date={say('offer.until', { deadline: reader.time.deadline(offer.answerBy) })}
    />
  )
}

function Answer({ say, reader, problem, typed, errors }: OfferPageProps) {
  return (
    <Section id="answer" title={say('offer.answer')}>
      <Form action={reader.to('arena.answer-offer', { problem: problem.slug })} labelledBy="answer">
        <TextArea
          name="words"
          label={say('offer.words')}
          help={say('offer.words-help')}
          rows={2}
          maxLength={1000}
          {...{ typed, errors }}
        />
        <div class="fm-act">
          <Button name="answer" value="yes">
            {say('offer.yes')}
          </Button>
          <Button name="answer" value="no" variant="secondary">
            {say('offer.no')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
