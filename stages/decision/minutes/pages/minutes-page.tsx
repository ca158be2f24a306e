import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import {
  Button,
  Details,
  Empty,
  ErrorSummary,
  FileField,
  Form,
  Head,
  HiddenField,
  List,
  Note,
  Prose,
  Section,
  Stack,
  StaffLabel,
  StateTag,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText, ReportThis } from '../../../meeting/index.ts'
import type { SayDecision } from '../../messages/words.ts'
import type { Vote } from '../../voting/standing.ts'
import type { SayMinutes } from '../messages/words.ts'
import type { ShownMinutes } from '../store.ts'

export type MinutesPageProps = {
  readonly reader: Reader
  readonly say: SayMinutes
  readonly sayVote: SayDecision
  readonly errors: Errors
  readonly typed: Typed
  readonly vote: Vote
  readonly body: string
  /** The newest first. */
  readonly minutes: readonly ShownMinutes[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly waiting: { readonly id: Id<'file'>; readonly name: string } | undefined
  readonly mayAdd: boolean
  readonly action: string
  readonly fileHref: (hash: string) => string
}

/** What the body's own minutes say of one vote: the document, and the same in words. */
export function MinutesPage(props: MinutesPageProps) {
  const { reader, say, sayVote, errors, vote, body, minutes, mayAdd } = props
  const [newest, ...earlier] = minutes
  const day = vote.decidedOn ? reader.time.day(vote.decidedOn) : reader.common('unknown')
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('page.title')} lead={say('page.lead', { body, day })} />
      <Section id="motion" title={say('page.motion')}>
        <Prose text={vote.motion} />
        {vote.confirmedAt === null && vote.source === null ? (
          <StateTag icon="clock" color="brand1">
            {sayVote('vote.draft')}
          </StateTag>
        ) : null}
      </Section>
      {newest ? (
        <Section id="minutes" title={say('one.words')}>
          <One {...props} one={newest} />
        </Section>
      ) : (
        <Empty title={say('page.none')} level={2}>
          {say('page.none-next')}
        </Empty>
      )}
      {earlier.length > 0 ? (
        <Details summary={say('one.earlier', { count: earlier.length })}>
          <List
            items={earlier.map((one) => (
              <One {...props} one={one} />
            ))}
          />
        </Details>
      ) : null}
      {mayAdd ? <AddForm {...props} /> : null}
    </>
  )
}

function One({ reader, say, authors, fileHref, one }: MinutesPageProps & { readonly one: ShownMinutes }) {
  const { document, version, text, language, addedBy, addedAt, isStaff } = one
  // Hidden together: the words say what the document says.
  if (document && 'stone' in document) return <HiddenText reader={reader} stone={document.stone} />
  return (
    <Stack gap="2">
      <Prose text={text} lang={language} />
      {document ? (
        <p>
          <a href={fileHref(document.hash)} rel="noopener">
            {say('one.document', { name: document.name, kilobytes: Math.ceil(document.bytes / 1024) })}
          </a>
        </p>
      ) : null}
      <p class="fm-mini">
        {isStaff ? <StaffLabel>{say('one.staff')}</StaffLabel> : null}{' '}
        {say('one.by', {
          version,
          name: authors.get(addedBy)?.name || reader.common('unknown'),
          day: reader.time.day(addedAt),
        })}
      </p>
      {document ? (
        <ReportThis reader={reader} thing={{ kind: 'file', id: document.id }} about={say('one.report', { version })} />
      ) : null}
    </Stack>
  )
}

function AddForm({ say, errors, typed, minutes, waiting, action }: MinutesPageProps) {
  const isFirst = minutes.length === 0
  return (
    <Section
      id="add"
      title={say(isFirst ? 'add.title' : 'add.again-title')}
      lead={isFirst ? undefined : say('add.again-lead')}
    >
      <Form action={action} labelledBy="add" multipart>
        {waiting ? (
          <>
            <HiddenField name="waiting" value={waiting.id} />
            <Note icon="info">{say('add.waiting', { name: waiting.name })}</Note>
          </>
        ) : null}
        <FileField
          name="file"
          label={say('add.file')}
          help={say('add.file-help')}
          accept="application/pdf"
          required={waiting === undefined}
          isUnmarked
          errors={errors}
        />
        <TextArea
          name="text"
          label={say('add.text')}
          help={say('add.text-help')}
          rows={10}
          maxLength={20_000}
          required
          {...{ typed, errors }}
        />
        <Button>{say('add.send')}</Button>
      </Form>
    </Section>
  )
}
