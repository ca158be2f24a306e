import { Details, Section } from '../../../../ui/index.ts'
import type { MandateWriter } from '../../pages/lines.ts'

export type CharterSectionProps = MandateWriter & {
  readonly sha256: string | undefined
  /** Absolute, for a command typed elsewhere. */
  readonly dataUrl: string
}

/** The fingerprint of the mandate, and how anybody checks it with one command. */
export function CharterSection({ say, sha256, dataUrl }: CharterSectionProps) {
  return (
    <Section id="charter" title={say('charter.title')} size="aside">
      {sha256 === undefined ? (
        <p class="fm-small">{say('charter.none')}</p>
      ) : (
        <>
          <p class="fm-small">{say('charter.lead')}</p>
          <p class="fm-mini">
            <code class="fm-code">{sha256}</code>
          </p>
          <Details summary={say('charter.check')}>
            <p class="fm-small">{say('charter.check-lead')}</p>
            <p class="fm-mini">
              <code class="fm-code">{`curl -s '${dataUrl}' | sha256sum`}</code>
            </p>
          </Details>
        </>
      )}
      <p class="fm-small">
        <a href={dataUrl}>{say('charter.data')}</a>
      </p>
    </Section>
  )
}
