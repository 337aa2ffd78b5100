// What bundle.ts makes of templates: modules that register themselves.
// In: nothing. Out: types.

declare module '*.hbs';
declare module 'handlebars/runtime.js' {
  export { default } from 'handlebars';
}
