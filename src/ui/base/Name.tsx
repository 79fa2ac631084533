/** A name from outside: isolated, so that a right-to-left one does not turn its surroundings around. */
export function Name({ children, className }: { children: string; className?: string }) {
  return (
    <bdi className={className} dir="auto">
      {children}
    </bdi>
  )
}
