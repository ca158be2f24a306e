import { Button, Details, Form, Section, TextArea } from '../../../../ui/index.ts'
import { isOut, missingFrom } from '../beacon-rules.ts'
import type { Announcement } from '../beacon-store.ts'
import type { DrawPageProps } from './props.ts'

type Props = DrawPageProps & { readonly beacon: Announcement }

/** The round that was announced did not come: one says so, then another who has looked. */
export function GiveUp(props: Props) {
  const { say, reader, view, now, errors, beacon } = props
  const { readings } = view
  const { account } = reader.actor
  const from = missingFrom(beacon, readings)
  if (beacon.doubtedBy === null)
    return (
      <Details summary={say('give-up.title')} isOpen={errors.some(({ field }) => field === 'found')}>
        {isOut({ roundAt: from }, now) ? (
          <>
            <p class="fm-small">{say('give-up.lead')}</p>
            <Found {...props} isSecond={false} />
          </>
        ) : (
          <p class="fm-small">{waitFor(props, from)}</p>
        )}
      </Details>
    )
  if (beacon.doubtedBy === account) return <p class="fm-small">{say('doubt.yours')}</p>
  const hasRead = readings.some(({ typedBy, secondBy }) => typedBy === account || secondBy === account)
  return (
    <Section id="doubt" title={say('doubt.title')} lead={say(hasRead ? 'refused.you-read-it' : 'doubt.lead')}>
      {hasRead ? null : isOut({ roundAt: from }, now) ? <Found {...props} isSecond /> : <p>{waitFor(props, from)}</p>}
    </Section>
  )
}

function waitFor({ say, reader, view }: Props, from: Temporal.Instant): string {
  return say(view.readings.length > 0 ? 'give-up.wait-read' : 'give-up.wait', { time: reader.time.deadline(from) })
}

function Found({ say, reader, problem, typed, errors, isSecond }: Props & { readonly isSecond: boolean }) {
  const address = isSecond ? 'arena.give-lottery-beacon-up' : 'arena.doubt-lottery-beacon'
  return (
    <Form
      action={reader.to(address, { problem: problem.slug })}
      {...(isSecond ? { labelledBy: 'doubt' } : { label: say('give-up.title') })}
    >
      <TextArea
        name="found"
        label={say('give-up.found')}
        help={say('give-up.found-help')}
        rows={2}
        maxLength={1000}
        required
        typed={typed}
        errors={errors}
      />
      <Button isGrave variant="secondary">
        {say(isSecond ? 'doubt.send' : 'give-up.send')}
      </Button>
    </Form>
  )
}
