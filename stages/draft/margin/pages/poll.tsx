import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import { Button, FactList, Form, HiddenField, Row, Section, Small } from '../../../../ui/index.ts'
import { pollChoices, type ShownPoll } from '../poll-rules.ts'
import { PollTag } from './poll-tag.tsx'
import type { MarginProps } from './props.ts'

export type PollProps = MarginProps & {
  readonly members: number
  /** Of the last drawing; null while too few have answered. */
  readonly shown: ShownPoll | null
  readonly mayAnswer: boolean
  readonly hasAnswered: boolean
}

/** The anonymous straw poll on the words of a clause: a word for the agreement, and counts where no answer can be read from them. */
export function Poll(props: PollProps) {
  const { reader, say, members, shown, mayAnswer } = props
  return (
    <Section id="poll" title={say('poll.title')}>
      {shown ? (
        <>
          <p>
            <PollTag reader={reader} agreement={shown.agreement} />
          </p>
          {shown.count ? (
            <FactList
              rows={pollChoices.map((choice) => ({
                term: say(`poll.count-${choice}`),
                value: String(shown.count?.[choice] ?? 0),
              }))}
            />
          ) : (
            <p class="fm-mini">{say('poll.no-counts')}</p>
          )}
        </>
      ) : (
        <p>{members < leastInGroup ? say('poll.small', { members }) : say('poll.wait')}</p>
      )}
      <p class="fm-small">{say('poll.lead')}</p>
      {mayAnswer ? <Answer {...props} /> : <Small>{say('poll.members')}</Small>}
    </Section>
  )
}

function Answer({ reader, say, slug, clause, hasAnswered }: PollProps) {
  return (
    <Form action={reader.to('draft.answer-poll', { problem: slug, clause: clause.id })} label={say('poll.question')}>
      <HiddenField name="base" value={clause.text} />
      <p>
        <strong>{say('poll.question')}</strong>
      </p>
      <Row>
        <Button name="choice" value="agree" variant="secondary" icon="agree">
          {say('poll.agree')}
        </Button>
        <Button name="choice" value="can-live" variant="secondary" icon="people">
          {say('poll.can-live')}
        </Button>
        <Button name="choice" value="against" variant="secondary" icon="disagree">
          {say('poll.against')}
        </Button>
      </Row>
      {hasAnswered ? <Small>{say('poll.answered')}</Small> : null}
    </Form>
  )
}
