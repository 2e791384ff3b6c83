/** Ways that part and reach many: the product's sign, in the colour of the text around it. */
function Sign({ size }: { readonly size: number | string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <rect width="44" height="44" rx="10" fill="currentColor" />
      <g fill="none" strokeWidth="3.6" strokeLinecap="round">
        <path stroke="var(--theme-elevation-0)" d="M9 22h5c8 0 5-10.5 13-10.5h8M14 22c8 0 5 10.5 13 10.5h8" />
        <path stroke="var(--em-sign)" d="M23 22h12" />
      </g>
    </svg>
  )
}

/** For the pages where people sign in. */
export function Logo() {
  return (
    <span className="em-logo">
      <Sign size={44} />
      <span>Emissary</span>
    </span>
  )
}

/** For the start of the admin's breadcrumbs. */
export function Icon() {
  return <Sign size="100%" />
}
