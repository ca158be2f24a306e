import { Prose, Row, Section, StaffLabel, SummaryList } from '../../../ui/index.ts'
import { HiddenText } from './hidden-text.tsx'
import type { ProblemPageProps, ShownFile } from './problem-props.ts'
import { ReportThis } from './report-this.tsx'

/** The framing in use, whole: what happens, to whom, what is known of it, its picture and its document. */
export function Story(props: ProblemPageProps) {
  const { reader, say, problem } = props
  return (
    <>
      {problem.channel === 'online' || problem.channel === 'parted' ? null : (
        <Row>
          <StaffLabel>{say('page.by-staff')}</StaffLabel>
          {problem.receipt ? <span class="fm-mini">{say('page.receipt', { receipt: problem.receipt })}</span> : null}
        </Row>
      )}
      <Section id="what" title={say('page.what')}>
        <Prose text={problem.whatHappens} lang={problem.language} />
        <Files {...props} />
      </Section>
      <Section id="who" title={say('page.who')}>
        <Prose text={problem.whoIsAffected || say('page.unknown-who')} lang={problem.language} />
      </Section>
      <Known {...props} />
      {problem.source === null ? null : (
        <Section id="source" title={reader.common('source')} size="mid">
          <Prose text={problem.source} size="small" />
        </Section>
      )}
    </>
  )
}

function Files(props: ProblemPageProps) {
  const current = props.framings.find((framing) => framing.state === 'current')
  return (
    <>
      {props.files
        .filter((file) => file.about === current?.id)
        .map((file) => (
          <OneFile {...props} file={file} />
        ))}
    </>
  )
}

/** A picture or a document, which can be reported by itself; hidden by itself it leaves its stone. */
function OneFile({ reader, say, problem, file }: ProblemPageProps & { readonly file: ShownFile }) {
  if ('stone' in file) return <HiddenText reader={reader} stone={file.stone} />
  const isPicture = file.mediaType === 'image/webp'
  return (
    <div class="fm-stack fm-stack--2">
      {isPicture ? (
        <img class="fm-photo" src={file.href} alt={file.alt} lang={problem.language} loading="lazy" />
      ) : (
        <p>
          <a class="fm-link" href={file.href}>
            {say('page.document', { name: file.name, kilobytes: Math.max(1, Math.round(file.bytes / 1024)) })}
          </a>
        </p>
      )}
      {problem.source === null ? (
        <ReportThis
          reader={reader}
          say={say}
          thing={{ kind: 'file', id: file.id }}
          open={say(isPicture ? 'report.picture' : 'report.document')}
          about={isPicture ? file.alt : file.name}
        />
      ) : null}
    </div>
  )
}

function Known({ say, problem }: ProblemPageProps) {
  const rows = [
    { term: say('new.how-often'), value: problem.howOften },
    { term: say('new.since-when'), value: problem.sinceWhen },
    { term: say('new.tried'), value: problem.tried },
    { term: say('new.place'), value: problem.place },
  ].filter(({ value }) => value !== '')
  const { point } = problem
  if (rows.length === 0 && !point) return null
  return (
    <Section id="known" title={say('page.known')}>
      <SummaryList
        rows={[
          ...rows.map(({ term, value }) => ({ term, value: <Prose text={value} lang={problem.language} /> })),
          ...(point
            ? [
                {
                  term: say('new.point'),
                  // A `geo:` address is opened by the map of her own device; we ask no map service.
                  value: (
                    <a href={`geo:${point.latitude},${point.longitude}`}>{`${point.latitude}, ${point.longitude}`}</a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
