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
import { FramingFields } from '../../pages/framing-fields.tsx'
import { channels } from '../rules.ts'
import { LanguageField } from '../written-in.tsx'
import { NearList } from './near-list.tsx'
import type { NewPageProps } from './new-page.tsx'

export type ByStaffPageProps = Omit<NewPageProps, 'looksLikeSolution' | 'lead' | 'sayAnswers' | 'odds' | 'earlier'> & {
  /** What is near was looked up and shown: now she says that it is another problem. */
  readonly isLookedUp: boolean
}

/** Where a clerk writes down what somebody told her by phone, on paper or at the desk. */
export function ByStaffPage({
  reader,
  say,
  sayProblem,
  typed,
  errors,
  near,
  kept,
  languages,
  isLookedUp,
}: ByStaffPageProps) {
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('staff.title')} lead={say('staff.lead')} />
      <Columns
        main={
          <>
            {isLookedUp ? (
              <Section id="near" title={say('near.title')}>
                <NearList {...{ reader, say, near }} lead={say('staff.near-lead')} act={say('near.open')} />
              </Section>
            ) : null}
            <Form action={reader.to('problem.write-down')} label={say('staff.title')} multipart>
              <p>
                <StaffLabel>{sayProblem('page.by-staff')}</StaffLabel>
              </p>
              <Radios
                name="channel"
                label={say('staff.channel')}
                options={channels.map((value) => ({ value, label: say(`staff.${value}`) }))}
                required
                {...{ typed, errors }}
              />
              <LanguageField lang={reader.lang} {...{ say, languages, typed, errors }} />
              <FramingFields say={sayProblem} isForAnother {...{ typed, errors, kept }} />
              <TextField
                name="email"
                type="email"
                label={say('staff.email')}
                help={say('staff.email-help')}
                autocomplete="off"
                {...{ typed, errors }}
              />
              {isLookedUp ? <HiddenField name="looked" value="yes" /> : null}
              <Button>{say(isLookedUp && near.length > 0 ? 'staff.send-anyway' : 'staff.send')}</Button>
            </Form>
          </>
        }
        aside={
          <Section id="next" title={say('staff.next')} size="aside">
            <p class="fm-small">{say('staff.next-text')}</p>
          </Section>
        }
      />
    </>
  )
}
