/** A town at the water, with the thread running through it. Only on the home of a jurisdiction; decoration. */
export function Skyline() {
  return (
    <svg
      class="fm-skyline"
      viewBox="-320 0 1216 134"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <path class="fm-skyline__water" d={water} />
      <path class="fm-skyline__line" d={town} />
    </svg>
  )
}

const water =
  'M-320 125c18 0 18 5 36 5s18-5 36-5c18 0 18 5 36 5s18-5 36-5c18 0 18 5 36 5s18-5 36-5c18 0 18 5 36 5s18-5 36-5c18 0 18 5 36 5s18-5 36-5c18 0 18 5 36 5s18-5 36-5c18 0 18 5 36 5s18-5 36-5c18 0 18 5 36 5s18-5 36-5c18 0 18 5 36 5s18-5 36-5c18 0 18 5 36 5s18-5 36-5c30 0 40 6 80 4s60-10 90-10c26 0 34 14 16 14s-12-14 16-14c60 0 90 10 160 8s90-8 150-5'

const town =
  'M-320 112c20 0 20 6 40 6s20-6 40-6c20 0 20 6 40 6s20-6 40-6c20 0 20 6 40 6s20-6 40-6c20 0 20 6 40 6s20-6 40-6c20 0 20 6 40 6s20-6 40-6 20 6 40 6 20-6 40-6 20 6 40 6 20-6 40-6l6 8h52l10-12h-32V62c14 12 24 26 30 42h-30V58l-26 46h26v-46 46h-28l-2 10c22 4 30-2 44-2 20 0 20 6 40 6s20-6 40-6h18V72l18-16 18 16v40-30l16-15 16 15v30-44h10l16-16 16 16v44-22h40V60l20-18 20 18v52-36l26-14 26 14v36h12V52h8V34h-5l17-12V6v16l17 12h-5v18h8v60-40h34v40-20c0-10 12-10 12 0v20h12c-14-8-12-30 6-32 18 2 20 24 6 32h-6V92v20h30V76l18-14 18 14v36-26h30v26h12c-16-6-18-40 8-44 26 4 24 38 8 44h-8V86v26h32V80l16-12 16 12v32h16V88h38v24h24c-12-6-12-26 6-28 18 2 18 22 6 28h-6v-20 20h60'
