import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Row,
  Section,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayClosing } from '../messages/words.ts'
import type { LegalGround } from '../store.ts'

export type GroundsPageProps = {
  readonly reader: Reader
  readonly say: SayClosing
  readonly grounds: readonly LegalGround[]
  readonly errors: Errors
  readonly typed: Typed
}

/** The grounds on which this place's law lets a meeting be closed. */
export function GroundsPage({ reader, say, grounds, errors, typed }: GroundsPageProps) {
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('list.title')} lead={say('list.lead')} />
      {grounds.length === 0 ? (
        <Empty title={say('list.none')} level={2}>
          <p>{say('list.none-next')}</p>
        </Empty>
      ) : (
        <List
          items={grounds.map(({ number, words }) => (
            <Row isSpread>
              <span>{words}</span>
              <Form action={reader.to('meeting.end-ground')} shape="inline" label={say('list.end', { words })}>
                <HiddenField name="number" value={String(number)} />
                <Button variant="tertiary" size="sm">
                  {say('list.take-off')}
                  <span class="fm-vh">: {words}</span>
                </Button>
              </Form>
            </Row>
          ))}
        />
      )}
      <Section id="new" title={say('list.new')}>
        <Form action={reader.to('meeting.list-ground')} labelledBy="new">
          <TextField
            name="words"
            label={say('list.words')}
            help={say('list.words-help')}
            maxLength={300}
            required
            typed={typed}
            errors={errors}
          />
          <Button>{say('list.send')}</Button>
        </Form>
      </Section>
    </>
  )
}
