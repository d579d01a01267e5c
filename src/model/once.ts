/**
 * What `make` gives, made when it is asked for the first time.
 * @example once(() => [])() // => []
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
