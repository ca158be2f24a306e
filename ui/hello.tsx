import type { Child } from 'hono/jsx'
import { Head } from './layout.tsx'
import { Skyline } from './skyline.tsx'

export type HelloProps = { readonly title: string; readonly lead: Child; readonly action?: Child | undefined }

/** The greeting of a jurisdiction's home, on its skyline. For a page with `isHome`. */
export function Hello({ title, lead, action }: HelloProps) {
  return (
    <>
      <div class="fm-hello">
        <Head title={title} lead={lead}>
          {action ? <p>{action}</p> : null}
        </Head>
      </div>
      <Skyline />
    </>
  )
}
