/** A plan as the text that it is: the build puts it into the bundle. */
declare module '*.plan' {
  const text: string;
  export default text;
}
