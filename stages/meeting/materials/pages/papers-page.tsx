import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  Columns,
  DateField,
  Empty,
  ErrorSummary,
  FileField,
  Form,
  Head,
  List,
  Note,
  Row,
  Section,
  StaffLabel,
  StateTag,
  TextField,
  TimeField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText } from '../../pages/hidden-text.tsx'
import { ReportThis } from '../../pages/report-this.tsx'
import type { Meeting } from '../../store.ts'
import type { SayMaterials } from '../messages/words.ts'
import type { Material } from '../store.ts'

export type PapersPageProps = {
  readonly reader: Reader
  readonly say: SayMaterials
  readonly problem: { readonly slug: string }
  readonly meeting: Meeting
  /** Those this reader may see. */
  readonly papers: readonly Material[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly zone: string
  readonly errors: Errors
  readonly typed: Typed
  readonly fileHref: (hash: string) => string
  readonly suggested: { readonly day: string; readonly time: string }
  readonly mayAdd: boolean
  readonly mayPublish: boolean
}

/** What everybody should have read, and since when everybody could. */
export function PapersPage(props: PapersPageProps) {
  const { reader, say, meeting, papers, errors, mayAdd, mayPublish } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={props.hidden.has(meeting.id) ? undefined : meeting.title} title={say('title')} lead={say('lead')}>
        <p>
          <strong>{whenOut(props)}</strong>
        </p>
      </Head>
      <Columns
        main={
          <>
            {papers.length === 0 ? (
              <Empty title={say('none')} level={2}>
                <p>{say(mayAdd ? 'none-next' : 'none-public')}</p>
              </Empty>
            ) : (
              <List
                items={papers.map((paper) => (
                  <Paper {...props} paper={paper} />
                ))}
              />
            )}
            {mayAdd ? <AddForm {...props} /> : null}
          </>
        }
        aside={
          mayPublish ? (
            <OutForm {...props} />
          ) : meeting.papersAt === null && papers.length > 0 ? (
            <Note icon="info">
              <p>{say('only-preparing')}</p>
            </Note>
          ) : null
        }
      />
    </>
  )
}

function whenOut({ reader, say, meeting: { papersAt, papersDueAt } }: PapersPageProps): string {
  if (papersAt) return say('published', { when: reader.time.deadline(papersAt) })
  return papersDueAt ? say('due', { when: reader.time.deadline(papersDueAt) }) : say('not-due')
}

function Paper({ reader, say, paper, authors, hidden, fileHref }: PapersPageProps & { readonly paper: Material }) {
  const stone = hidden.get(paper.id)
  if (stone) return <HiddenText reader={reader} stone={stone} />
  const { title, link, file, publishedAt, isLate } = paper
  const target = link || (file && publishedAt ? fileHref(file.hash) : undefined)
  const size = file ? say('file', { name: file.name, kilobytes: Math.ceil(file.bytes / 1024) }) : ''
  const name = authors.get(paper.addedBy)?.name || reader.common('role.resident')
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        {target ? (
          <a href={target} rel="noopener nofollow">
            {title}
          </a>
        ) : (
          <strong>{title}</strong>
        )}
        {publishedAt === null ? (
          <StateTag icon="locked" color="neutral">
            {say('waits')}
          </StateTag>
        ) : isLate ? (
          <StateTag icon="late" color="warning">
            {say('late')}
          </StateTag>
        ) : null}
      </Row>
      <p class="fm-mini">
        {paper.isStaff ? <StaffLabel>{say('staff')}</StaffLabel> : null}{' '}
        {[
          say('added-by', { name }),
          size,
          isLate && publishedAt ? say('late-on', { day: reader.time.day(publishedAt) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {publishedAt === null ? (
        <p class="fm-mini">{[say('only-you'), file ? say('file-waits') : ''].filter(Boolean).join(' ')}</p>
      ) : (
        <ReportThis reader={reader} thing={{ kind: 'material', id: paper.id }} about={title} />
      )}
    </div>
  )
}

function AddForm({ reader, say, problem, meeting, errors, typed }: PapersPageProps) {
  const isOurs = errors.some(({ field }) => ['title', 'link', 'file'].includes(field))
  const kept = isOurs ? { typed, errors } : {}
  return (
    <Section id="add" title={say('add.title')} lead={meeting.papersAt ? say('add.late') : undefined}>
      <Form
        action={reader.to('meeting.add-material', { problem: problem.slug, number: meeting.number })}
        labelledBy="add"
        multipart
      >
        <TextField
          name="title"
          label={say('add.name')}
          help={say('add.name-help')}
          maxLength={200}
          required
          {...kept}
        />
        <TextField
          name="link"
          label={say('add.link')}
          help={say('add.link-help')}
          isUnmarked
          type="url"
          maxLength={500}
          {...kept}
        />
        <FileField
          name="file"
          isUnmarked
          label={say('add.file')}
          help={say('add.file-help')}
          accept="application/pdf,text/plain,.pdf,.txt"
          errors={errors}
        />
        <Button>{say('add.send')}</Button>
      </Form>
    </Section>
  )
}

function OutForm({ reader, say, problem, meeting, papers, zone, suggested, errors, typed }: PapersPageProps) {
  const isOurs = errors.some(({ field }) => ['day', 'time'].includes(field))
  const kept = isOurs ? { typed, errors } : {}
  const action = reader.to('meeting.publish-papers', { problem: problem.slug, number: meeting.number })
  const isWaiting = papers.some(({ publishedAt }) => publishedAt === null)
  return (
    <Section id="out" title={say('out.title')} size="aside">
      {meeting.papersAt === null ? (
        <Form action={action} labelledBy="out">
          <DateField
            name="day"
            label={say('out.day')}
            help={say('out.help')}
            value={suggested.day}
            required
            {...kept}
          />
          <TimeField
            name="time"
            label={say('out.time')}
            help={say('out.zone', { zone })}
            value={suggested.time}
            required
            {...kept}
          />
          <Button variant="secondary" name="when" value="then">
            {say('out.send')}
          </Button>
        </Form>
      ) : null}
      {isWaiting ? (
        <Form action={action} label={say('out.now')} shape="inline">
          <Button name="when" value="now">
            {say('out.now')}
          </Button>
        </Form>
      ) : null}
      <p class="fm-small">{say('only-preparing')}</p>
    </Section>
  )
}
