"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.onExecutePreUserRegistration = void 0;
const tslib_1 = require("tslib");
const axios_1 = tslib_1.__importDefault(require("axios"));
const onExecutePreUserRegistration = async (event, api) => {
    var _a, _b;
    const { data } = await axios_1.default.get("https://a.example");
    if (data.blocked.includes((_b = (_a = event.user.email) === null || _a === void 0 ? void 0 : _a.split("@")) === null || _b === void 0 ? void 0 : _b[1])) {
        return api.access.deny("blocked", "Please use another address.");
    }
};
exports.onExecutePreUserRegistration = onExecutePreUserRegistration;
