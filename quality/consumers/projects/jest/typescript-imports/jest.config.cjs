module.exports = { transform: { '\\.ts$': ['@swc/jest', { module: { type: 'commonjs' } }] } };
