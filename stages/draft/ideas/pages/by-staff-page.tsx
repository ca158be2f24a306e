import {
  Button,
  Columns,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Radios,
  Section,
  StaffLabel,
  TextField,
} from '../../../../ui/index.ts'
import { mostWrittenDown } from '../rules.ts'
import { staffChannels } from '../rules.ts'
import { IdeaFields } from './idea-fields.tsx'
import { NearList } from './near-list.tsx'
import type { NewIdeaPageProps } from './new-page.tsx'

export type ByStaffPageProps = Omit<NewIdeaPageProps, 'groups'> & {
  /** How many she may still write down within a day. */
  readonly left: number
}

/** Where staff write down a letter, a call or the sheet of an event, for somebody. */
export function ByStaffPage(props: ByStaffPageProps) {
  const { reader, say, slug, question, near, isLookedUp, errors, typed, left } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('staff.title')} lead={say('staff.lead')} />
      {isLookedUp ? (
        <Section id="near" title={say('staff.near')} lead={say('staff.near-lead')}>
          <NearList {...{ reader, say, slug, near }} isInForm />
        </Section>
      ) : null}
      <Columns
        main={
          <Form action={reader.to('draft.write-down-idea', { problem: slug })} label={say('staff.title')} multipart>
            <p>
              <StaffLabel>{say('staff.label')}</StaffLabel>
            </p>
            <Radios
              name="channel"
              label={say('staff.channel')}
              options={staffChannels.map((value) => ({ value, label: say(`staff.${value}`) }))}
              required
              {...{ typed, errors }}
            />
            <TextField
              name="occasion"
              label={say('staff.occasion')}
              help={say('staff.occasion-help')}
              isUnmarked
              maxLength={120}
              {...{ typed, errors }}
            />
            <IdeaFields {...props} action={reader.to('draft.write-down-idea', { problem: slug })} />
            <TextField
              name="email"
              type="email"
              label={say('staff.email')}
              help={say('staff.email-help')}
              autocomplete="off"
              {...{ typed, errors }}
            />
            {isLookedUp ? <HiddenField name="looked" value="yes" /> : null}
            <Button>{say(near.length > 0 ? 'staff.send-anyway' : 'staff.send')}</Button>
          </Form>
        }
        aside={
          <>
            <Section id="quota" title={say('staff.quota')} size="aside">
              <p class="fm-small">{say('staff.quota-text', { most: mostWrittenDown, left })}</p>
            </Section>
            <Section id="next" title={say('ideas.what-next')} size="aside">
              <p class="fm-small">{say('staff.next')}</p>
            </Section>
          </>
        }
      />
    </>
  )
}
