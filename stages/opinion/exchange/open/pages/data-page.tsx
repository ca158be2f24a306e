import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../../platform/http/index.ts'
import { ButtonLink, Empty, Head, Section, Table } from '../../../../../ui/index.ts'
import { inEights } from '../../../pages/fingerprint.ts'
import type { OpenFile } from '../files.ts'
import type { SayOpenData } from '../messages/words.ts'

export type DataPageProps = {
  readonly reader: Reader
  readonly say: SayOpenData
  readonly slug: string
  readonly question: Child
  readonly closesAt: Temporal.Instant
  /** Null while people vote. */
  readonly files: readonly { readonly name: OpenFile; readonly hash: string }[] | null
  /** Hashes the public record holds: of the last map, and of the votes that were counted. */
  readonly map: string | null
  readonly votes: string | null
}

const addresses = {
  'summary.csv': { at: 'opinion.data-summary', holds: 'holds.summary' },
  'comments.csv': { at: 'opinion.data-comments', holds: 'holds.comments' },
  'comment-groups.csv': { at: 'opinion.data-groups', holds: 'holds.groups' },
} as const satisfies Record<OpenFile, unknown>

export function DataPage(props: DataPageProps) {
  const { reader, say, slug, question, closesAt, files, votes } = props
  const at = { problem: slug }
  if (!files)
    return (
      <div class="fm-stack fm-stack--8">
        <Head eyebrow={question} title={say('page.title')} />
        <Empty
          level={2}
          title={say('open.title')}
          action={<ButtonLink href={reader.to('opinion.statements', at)}>{say('to-statements')}</ButtonLink>}
        >
          {say('open.text', { deadline: reader.time.deadline(closesAt) })}
        </Empty>
      </div>
    )
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={question} title={say('page.title')} lead={say('page.lead')} />
      <Section id="files" title={say('files.title')}>
        <FilesTable {...props} files={files} />
      </Section>
      <Section id="read" title={say('read.title')}>
        <p>{say('read.format')}</p>
        <p>{say('read.empty')}</p>
        <p>{say('read.days')}</p>
      </Section>
      <Section id="missing" title={say('missing.title')}>
        <p>{say('missing.rows')}</p>
        <p>{say('missing.authors')}</p>
      </Section>
      <Section id="licence" title={say('licence.title')}>
        <p>{say('licence.text')}</p>
      </Section>
      <Section id="check" title={say('check.title')}>
        <p>{say('check.text')}</p>
        {votes ? <p class="fm-mini">{say('check.votes', { hash: inEights(votes) })}</p> : null}
      </Section>
      <p>
        <a href={reader.to('opinion.results', at)}>{say('to-results')}</a>
      </p>
      <p>
        <a href={reader.to('opinion.map', at)}>{say('to-map')}</a>
      </p>
    </div>
  )
}

type FilesProps = Pick<DataPageProps, 'reader' | 'say' | 'slug' | 'map'> & {
  readonly files: NonNullable<DataPageProps['files']>
}

function FilesTable({ reader, say, slug, files, map }: FilesProps) {
  const listed = [
    ...files.map(({ name, hash }) => ({ name, hash, ...addresses[name] })),
    ...(map === null ? [] : [{ name: 'map.json', hash: map, at: 'opinion.map-file', holds: 'holds.map' } as const]),
  ]
  return (
    <Table
      caption={say('files.caption')}
      isCaptionHidden
      columns={[{ label: say('files.file') }, { label: say('files.holds') }, { label: say('files.hash') }]}
      rows={listed.map(({ name, hash, at, holds }) => ({
        cells: [
          <a href={reader.to(at, { problem: slug })}>{name}</a>,
          say(holds),
          <span class="fm-mini">{inEights(hash)}</span>,
        ],
      }))}
    />
  )
}
