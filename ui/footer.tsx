import type { FooterBlock, Frame } from './frame.ts'
import { LanguageList } from './language-list.tsx'

export type FooterProps = { readonly frame: Frame }

/** How to take part without a computer, how to check us, what this site is. */
export function Footer({ frame }: FooterProps) {
  return (
    <footer class="fm-footer">
      <div class="fm-in fm-footer__grid">
        {frame.footer.map((block) => (
          <Block {...block} />
        ))}
        <div class="fm-footer__base">
          <p>{frame.words.base}</p>
          {frame.languages.length > 1 ? (
            <LanguageList languages={frame.languages} label={frame.words.languages} />
          ) : null}
        </div>
      </div>
    </footer>
  )
}

function Block({ heading, lines = [], links = [] }: FooterBlock) {
  return (
    <div>
      <h2 class="fm-footer__h">{heading}</h2>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      {links.length > 0 ? (
        <ul>
          {links.map(({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
